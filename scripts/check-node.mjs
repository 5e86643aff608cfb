// A failed automatic install only warns and the script runs anyway: stop here with a reason instead.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Node ${process.version} is too old (22.18 or newer is needed); did the install fail?`);
  process.exit(1);
}
