// The look of the whole page: a style sheet in its head, which stays when this cell scrolls away.

const ID = "toynn-projector";

function apply(model) {
  document.getElementById(ID)?.remove();
  if (!model.get("projected")) return;
  const sheet = document.createElement("style");
  sheet.id = ID;
  sheet.textContent = model.get("style_sheet");
  document.head.append(sheet);
}

function initialize({ model }) {
  apply(model);
}

function render({ model, el }) {
  const sentence = document.createElement("p");
  sentence.textContent = model.get("sentence");
  el.append(sentence);
}

export default { initialize, render };
