// In place of @noble/ciphers/aes, which pdfkit loads for files with passwords: PDF/A forbids them, and its tables are worked out at start.
const refuse = () => {
  throw new Error("Files are not encrypted.");
};

module.exports = { cbc: refuse, ecb: refuse };
