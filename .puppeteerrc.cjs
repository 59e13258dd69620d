// `npm ci` downloads no browser; `briefwright setup` finds or gets one and says so first.
module.exports = { skipDownload: true };
