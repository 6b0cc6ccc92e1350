const isPublic = ({ name, privacy }) => (privacy === undefined ? !name.startsWith('#') : privacy === 'public');

export default {
  globs: ['src/elements/**/*.ts', 'src/index.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false, // package.json says where the manifest is; the analyzer would write its last output folder there
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
