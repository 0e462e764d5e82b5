module.exports = {title: "Disclosure"};
