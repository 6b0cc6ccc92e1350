/** The agent of this desktop, and their organization. */
export const agent = {
  orgId: '0a1b2c3d-0000-4000-8000-000000000001',
  agentId: '4d3c2b1a-7777-4111-8222-9a8b7c6d5e4f',
  agentName: 'Maria Silva',
  dnNumber: '+14155550190',
  teamId: '71f0aa52-3333-4444-8555-b0c1d2e3f4a5',
  teamName: 'Customer care West',
} as const;
