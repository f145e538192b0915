/** The address of a worker file, given by the bundler (see bundle.mjs). */
declare module "worker:*" {
  const address: string;
  export default address;
}
