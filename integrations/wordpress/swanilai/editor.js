/**
 * The block in the editor: two choices, and a note where the frame will be. The page itself is made by render.php.
 *
 * Plain JavaScript on purpose: there is nothing to build.
 */
(function (blocks, blockEditor, components, element, given) {
  const el = element.createElement;
  const words = given.words;
  const instruments = Object.entries(given.instruments).map(([value, label]) => ({ value, label }));

  blocks.registerBlockType("swanilai/penilaian", {
    apiVersion: 2,
    title: words.title,
    description: words.about,
    category: "embed",
    icon: "clipboard",
    attributes: {
      rubric: { type: "string", default: "" },
      mode: { type: "string", default: "latihan" },
    },
    supports: { html: false },
    edit: function Edit({ attributes, setAttributes }) {
      const select = (name, label, options) =>
        el(components.SelectControl, {
          label,
          options,
          value: attributes[name],
          onChange: (value) => setAttributes({ [name]: value }),
        });
      const chosen = instruments.find(({ value }) => value === attributes.rubric);
      return el(
        "div",
        blockEditor.useBlockProps(),
        el(
          blockEditor.InspectorControls,
          null,
          el(
            components.PanelBody,
            { title: words.settings },
            select("rubric", words.instrument, [{ value: "", label: words.any }, ...instruments]),
            select("mode", words.mode, [
              { value: "latihan", label: words.practice },
              { value: "kantor", label: words.office },
            ]),
          ),
        ),
        el(components.Placeholder, {
          icon: "clipboard",
          label: chosen ? `${words.title}: ${chosen.label}` : words.title,
          instructions: words.shown,
        }),
      );
    },
    save: () => null,
  });
})(window.wp.blocks, window.wp.blockEditor, window.wp.components, window.wp.element, window.swanilaiEditor);
