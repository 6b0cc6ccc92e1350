const isPublic = ({ name, privacy }) => (privacy === undefined ? !name.startsWith('#') : privacy === 'public');

export default {
  globs: ['src/elements/**/*.ts', 'src/index.ts'],
  outdir: '.',
  litelement: true,
  plugins: [
    {
      name: 'public-members-only',
      packageLinkPhase({ customElementsManifest }) {
        const declarations = customElementsManifest.modules.flatMap((module) => module.declarations ?? []);
        for (const declaration of declarations) {
          if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        }
      },
    },
  ],
};
