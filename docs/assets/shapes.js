/* The shape calculator: what torch gives for a chain of layers. Tests compare it with torch. */
"use strict"

/* What does not fit: in words, with the entry that explains it, and a value of a field that fits. */
class Misfit extends Error {
  constructor(message, entry, fix = null) {
    super(message)
    Object.assign(this, { entry, fix })
  }
}

/* A field: the name of the argument, its default, and the least whole number. `sizes` takes one
   number or one a dimension; what is not `spatial` takes one. A default of null may be left empty. */
const whole = (name, value, least = 1) => ({ name, value, least })
const sizes = (name, value, least = 1) => ({ name, value, least, spatial: true })
const flag = (name, value) => ({ name, value, flag: true })

const each = (value, n) => (Array.isArray(value) ? value : Array(n).fill(value))
const product = (numbers) => numbers.reduce((a, b) => a * b, 1)
const shown = (shape) => `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`

/* Split a shape before its n spatial dimensions; a batch may be missing. */
function split(shape, n, name, entry) {
  if (shape.length !== n + 1 && shape.length !== n + 2) {
    const dims = `${n + 1} dimensions, or ${n + 2} with a batch`
    throw new Misfit(`${name} takes ${dims}; it gets ${shape.length}`, entry)
  }
  return [shape.slice(0, -n), shape.slice(-n)]
}

function checkGroups({ in_channels, out_channels, groups }) {
  for (const [name, count] of Object.entries({ in_channels, out_channels })) {
    if (count % groups) throw new Misfit(`${name}=${count} is no multiple of groups=${groups}`, "layers/convolution.html#grouped")
  }
}

function withChannels(front, v, spatial) {
  const channels = front[front.length - 1]
  if (channels !== v.in_channels) {
    const fix = channels % v.groups ? null : ["in_channels", channels]
    throw new Misfit(`it takes ${v.in_channels} channels and gets ${channels}`, "errors/layers.html#conv_channels", fix)
  }
  return [...front.slice(0, -1), v.out_channels, ...spatial]
}

const CONVOLUTION = [
  whole("in_channels", 3),
  whole("out_channels", 16),
  sizes("kernel_size", 3),
  sizes("stride", 1),
  sizes("padding", 0, 0),
]

const convolution = (n) => ({
  n,
  named: 3,
  fields: [...CONVOLUTION, sizes("dilation", 1), whole("groups", 1), flag("bias", true)],
  parameters: (v) =>
    (v.out_channels * v.in_channels * product(each(v.kernel_size, n))) / v.groups + (v.bias ? v.out_channels : 0),
  shape(shape, v) {
    checkGroups(v)
    const [front, spatial] = split(shape, n, `Conv${n}d`, "errors/layers.html#conv_dimensions")
    const [kernel, stride, padding, dilation] = ["kernel_size", "stride", "padding", "dilation"].map((k) => each(v[k], n))
    const given = withChannels(front, v, spatial)
    const padded = spatial.map((size, d) => size + 2 * padding[d])
    const reach = kernel.map((size, d) => dilation[d] * (size - 1) + 1)
    if (padded.some((size, d) => size < reach[d])) {
      const text = `the kernel reaches over ${reach.join(" x ")} and the padded input is ${padded.join(" x ")}`
      throw new Misfit(text, "errors/layers.html#kernel_larger_than_input")
    }
    return [...given.slice(0, -n), ...padded.map((size, d) => Math.floor((size - reach[d]) / stride[d]) + 1)]
  },
})

const transposed = (n) => ({
  n,
  named: 3,
  fields: [
    ...CONVOLUTION,
    sizes("output_padding", 0, 0),
    whole("groups", 1),
    flag("bias", true),
    sizes("dilation", 1),
  ],
  parameters: convolution(n).parameters,
  shape(shape, v) {
    checkGroups(v)
    const [front, spatial] = split(shape, n, `ConvTranspose${n}d`, "errors/layers.html#conv_dimensions")
    const names = ["kernel_size", "stride", "padding", "dilation", "output_padding"]
    const [kernel, stride, padding, dilation, more] = names.map((k) => each(v[k], n))
    const given = withChannels(front, v, spatial)
    const out = spatial.map(
      (size, d) => (size - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernel[d] - 1) + more[d] + 1,
    )
    if (more.some((size, d) => size >= Math.max(stride[d], dilation[d]))) {
      throw new Misfit("output_padding is smaller than stride or dilation", "layers/convolution.html#output_padding")
    }
    if (out.some((size) => size < 1)) {
      throw new Misfit(`its output would be ${out.join(" x ")}`, "errors/layers.html#kernel_larger_than_input")
    }
    return [...given.slice(0, -n), ...out]
  },
})

const pooling = (n, kind, entry, more) => ({
  n,
  named: 1,
  fields: [sizes("kernel_size", 2), sizes("stride", null), sizes("padding", 0, 0), ...more, flag("ceil_mode", false)],
  parameters: () => 0,
  shape(shape, v) {
    const isAverage = kind === "AvgPool"
    // The average in two dimensions looks for its channels before it counts the dimensions.
    const unknown = isAverage && n === 2 && shape.length < 3 ? "errors/shapes.html#dimension_out_of_range" : entry
    const [front, spatial] = split(shape, n, `${kind}${n}d`, unknown)
    const kernel = each(v.kernel_size, n)
    const stride = each(v.stride ?? v.kernel_size, n)
    const padding = each(v.padding, n)
    const dilation = each(v.dilation ?? 1, n)
    if (padding.some((size, d) => 2 * size > kernel[d])) {
      throw new Misfit("padding is at most half of kernel_size", "layers/pooling.html#max_pool")
    }
    const out = spatial.map((size, d) => {
      const room = size + 2 * padding[d] - dilation[d] * (kernel[d] - 1) - 1
      const count = Math.floor((room + (v.ceil_mode ? stride[d] - 1 : 0)) / stride[d]) + 1
      // The last window has to begin in the input or its left padding.
      return v.ceil_mode && (count - 1) * stride[d] >= size + padding[d] ? count - 1 : count
    })
    // The average in three dimensions refuses an input below the kernel, whatever its padding.
    const small = isAverage && n === 3 && spatial.some((size, d) => size < kernel[d])
    if (small || out.some((size) => size < 1)) {
      const text = small ? "the input is smaller than the kernel" : `its output would be ${out.join(" x ")}`
      throw new Misfit(text, "errors/layers.html#output_size_too_small")
    }
    return [...front, ...out]
  },
})

const adaptive = (n) => ({
  n,
  named: 1,
  fields: [sizes("output_size", 1)],
  parameters: () => 0,
  shape(shape, v) {
    const out = each(v.output_size, n)
    // In three dimensions one number each is a mean, of whatever stands before.
    if (n === 3 && shape.length >= n && out.every((size) => size === 1)) return [...shape.slice(0, -n), ...out]
    const [front] = split(shape, n, `AdaptiveAvgPool${n}d`, "layers/pooling.html#adaptive_avg_pool")
    return [...front, ...out]
  },
})

const flatten = {
  named: 0,
  fields: [whole("start_dim", 1, -9), whole("end_dim", -1, -9)],
  parameters: () => 0,
  shape(shape, v) {
    const [start, end] = [v.start_dim, v.end_dim].map((dim) => {
      if (dim < -shape.length || dim >= shape.length) {
        const range = `${-shape.length} to ${shape.length - 1}`
        throw new Misfit(`dimension ${dim} is none of ${range}`, "errors/shapes.html#dimension_out_of_range")
      }
      return dim < 0 ? dim + shape.length : dim
    })
    if (start > end) throw new Misfit("start_dim comes after end_dim", "layers/linear.html#flatten_layer")
    return [...shape.slice(0, start), product(shape.slice(start, end + 1)), ...shape.slice(end + 1)]
  },
}

const linear = {
  named: 2,
  fields: [whole("in_features", 400), whole("out_features", 10), flag("bias", true)],
  parameters: (v) => v.in_features * v.out_features + (v.bias ? v.out_features : 0),
  shape(shape, v) {
    const last = shape[shape.length - 1]
    if (last !== v.in_features) {
      const text = `it takes ${v.in_features} numbers in the last dimension and gets ${last}`
      throw new Misfit(text, "errors/shapes.html#mat1_and_mat2", ["in_features", last])
    }
    return [...shape.slice(0, -1), v.out_features]
  },
}

const upsample = {
  named: 0,
  always: true,
  fields: [whole("scale_factor", 2)],
  parameters: () => 0,
  shape(shape, v) {
    if (shape.length < 3 || shape.length > 5) {
      throw new Misfit(`Upsample takes 3, 4 or 5 dimensions; it gets ${shape.length}`, "layers/rearrange.html#upsample")
    }
    return [...shape.slice(0, 2), ...shape.slice(2).map((size) => size * v.scale_factor)]
  },
}

const LAYERS = Object.fromEntries([
  ...[1, 2, 3].map((n) => [`Conv${n}d`, convolution(n)]),
  ...[1, 2, 3].map((n) => [`ConvTranspose${n}d`, transposed(n)]),
  ...[1, 2, 3].map((n) => [`MaxPool${n}d`, pooling(n, "MaxPool", "layers/pooling.html#max_pool", [sizes("dilation", 1)])]),
  ...[1, 2, 3].map((n) => [`AvgPool${n}d`, pooling(n, "AvgPool", "layers/pooling.html#avg_pool", [])]),
  ...[1, 2, 3].map((n) => [`AdaptiveAvgPool${n}d`, adaptive(n)]),
  ["Flatten", flatten],
  ["Linear", linear],
  ["Upsample", upsample],
])

/* What comes of a chain: rows of shape and parameters up to the layer that does not fit. */
function calculate({ input, layers }) {
  const rows = []
  let shape = input
  for (const { kind, values } of layers) {
    try {
      shape = LAYERS[kind].shape(shape, values)
      rows.push({ shape, parameters: LAYERS[kind].parameters(values) })
    } catch (error) {
      if (!(error instanceof Misfit)) throw error
      return { rows, misfit: { text: error.message, entry: error.entry, fix: error.fix } }
    }
  }
  return { rows, misfit: null }
}

/* The chain as Python, with the shape behind each layer. */
function code(chain) {
  const { rows } = calculate(chain)
  const python = (value) =>
    value === true ? "True" : value === false ? "False" : Array.isArray(value) ? `(${value.join(", ")})` : value
  const lines = chain.layers.map(({ kind, values }, number) => {
    const { fields, named, always } = LAYERS[kind]
    const written = fields.flatMap(({ name, value }, place) => {
      if (place < named) return [python(values[name])]
      return always || String(values[name]) !== String(value) ? [`${name}=${python(values[name])}`] : []
    })
    return `    nn.${kind}(${written.join(", ")}),${rows[number] ? `  # ${shown(rows[number].shape)}` : ""}`
  })
  const zeros = `torch.zeros(${chain.input.join(", ")})`
  return `import torch\nfrom torch import nn\n\nmodel = nn.Sequential(\n${lines.join("\n")}\n)\nprint(model(${zeros}).shape)\n`
}

/* A chain in an address: #input=1,3,32,32&Conv2d=3_16_3_1_0_1_1_true */
function toHash({ input, layers }) {
  const one = ({ kind, values }) => `${kind}=${LAYERS[kind].fields.map(({ name }) => values[name] ?? "").join("_")}`
  return `#${[`input=${input.join(",")}`, ...layers.map(one)].join("&")}`
}

function fromHash(hash) {
  const [first, ...parts] = hash.slice(1).split("&")
  const input = readShape(first.replace(/^input=/, ""))
  const layers = parts.map((part) => {
    const [kind, texts = ""] = part.split("=")
    const { fields, n } = LAYERS[kind]
    const given = texts.split("_")
    return { kind, values: Object.fromEntries(fields.map((field, i) => [field.name, read(field, n, given[i] ?? "")])) }
  })
  return { input, layers }
}

function readShape(text) {
  if (!/^\s*[1-9]\d{0,6}(\s*,\s*[1-9]\d{0,6})*\s*$/.test(text)) {
    throw new SyntaxError("Input: expected sizes such as 1, 3, 32, 32")
  }
  return text.split(",").map(Number)
}

/* Read what stands in a field. */
function read({ name, value, least, spatial, flag }, n, text) {
  if (flag) return text === "true"
  if (text.trim() === "" && value === null) return null
  const numbers = text.split(",").map((part) => (/^\s*-?\d{1,6}\s*$/.test(part) ? Number(part) : NaN))
  const counts = spatial && n > 1 ? [1, n] : [1]
  if (!counts.includes(numbers.length) || numbers.some((number) => !(number >= least))) {
    const several = spatial && n > 1 ? `, or ${n} with commas` : ""
    throw new SyntaxError(`${name}: expected a whole number from ${least}${several}`)
  }
  return numbers.length === 1 ? numbers[0] : numbers
}

/* The page. */
const EXAMPLE =
  "#input=1,3,32,32&Conv2d=3_16_3_1_1_1_1_true&MaxPool2d=2__0_1_false&Conv2d=16_32_3_1_1_1_1_true&MaxPool2d=2__0_1_false" +
  "&Flatten=1_-1&Linear=2048_10_true"
const place = document.getElementById("calculator")

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value)
    else if (value !== false) made.setAttribute(name, value === true ? "" : value)
  }
  made.append(...children)
  return made
}

function field(spec, value) {
  const input = spec.flag
    ? element("input", { name: spec.name, type: "checkbox", checked: value })
    : element("input", { name: spec.name, value: value ?? "", inputmode: "text", autocomplete: "off" })
  if (spec.value === null) input.placeholder = "kernel_size"
  return element("label", {}, element("span", {}, spec.name), input)
}

function row({ kind, values }, number, count) {
  const options = Object.keys(LAYERS).map((name) => element("option", { selected: name === kind }, name))
  const select = element("select", { name: "kind", onchange: (event) => change(number, event.target.value) }, ...options)
  const button = (text, does, off = false) =>
    element("button", { type: "button", disabled: off, "aria-label": `${text} layer ${number + 1}`, onclick: does }, text)
  return element(
    "li",
    {},
    element(
      "fieldset",
      {},
      element("legend", {}, `Layer ${number + 1}`),
      element("div", { class: "chain__fields" }, element("label", {}, element("span", {}, "layer"), select), ...LAYERS[kind].fields.map((spec) => field(spec, values[spec.name]))),
      element("p", { class: "chain__result" }),
      element(
        "p",
        {},
        button("Up", () => move(number, number - 1), number === 0),
        button("Down", () => move(number, number + 1), number === count - 1),
        button("Remove", () => remove(number)),
      ),
    ),
  )
}

/* What stands in the fields; a field that cannot be read is marked, and its text thrown. */
function readPage() {
  const readField = (input, reader) => {
    try {
      input.removeAttribute("aria-invalid")
      return reader(input.type === "checkbox" ? String(input.checked) : input.value)
    } catch (error) {
      input.setAttribute("aria-invalid", "true")
      throw error
    }
  }
  const layers = [...place.querySelectorAll("li")].map((item, number) => {
    const kind = item.querySelector("select").value
    const { fields, n } = LAYERS[kind]
    const values = fields.map((spec) => {
      const input = item.querySelector(`[name=${spec.name}]`)
      try {
        return [spec.name, readField(input, (text) => read(spec, n, text))]
      } catch (error) {
        throw new SyntaxError(`Layer ${number + 1}, ${error.message}`)
      }
    })
    return { kind, values: Object.fromEntries(values) }
  })
  return { input: readField(place.querySelector("[name=input]"), readShape), layers }
}

let chain

function draw(next, focus = null) {
  chain = next
  const list = place.querySelector("ol")
  place.querySelector("[name=input]").value = chain.input.join(", ")
  list.replaceChildren(...chain.layers.map((layer, number) => row(layer, number, chain.layers.length)))
  show()
  if (focus !== null) (list.children[focus]?.querySelector("select") ?? place.querySelector(".chain__add")).focus()
}

/* Write what comes of the chain; the fields stay as they are. */
function show() {
  const { rows, misfit } = calculate(chain)
  const status = place.querySelector("[role=status]")
  ;[...place.querySelectorAll("li")].forEach((item, number) => {
    const result = item.querySelector(".chain__result")
    item.classList.toggle("chain__misfit", Boolean(misfit) && number === rows.length)
    if (rows[number]) {
      const { shape, parameters } = rows[number]
      const count = parameters ? `, ${parameters.toLocaleString("en")} parameters` : ""
      result.replaceChildren(element("code", {}, shown(shape)), count)
    } else if (number === rows.length) {
      const why = element("a", { href: misfit.entry }, "what it means")
      result.replaceChildren(`Does not fit: ${misfit.text} (`, why, ").")
      if (misfit.fix) {
        const [name, value] = misfit.fix
        result.append(" ", element("button", { type: "button", onclick: () => set(number, name, value) }, `Set ${name} to ${value}`))
      }
    } else {
      result.replaceChildren()
    }
  })
  const all = rows.reduce((sum, { parameters }) => sum + parameters, 0)
  status.textContent = misfit
    ? `Layer ${rows.length + 1} does not fit: ${misfit.text}.`
    : `Output ${shown(rows.length ? rows[rows.length - 1].shape : chain.input)}, ${all.toLocaleString("en")} parameters.`
  place.querySelector("pre code").textContent = code(chain)
  history.replaceState(null, "", toHash(chain))
}

const defaults = (kind) => Object.fromEntries(LAYERS[kind].fields.map(({ name, value }) => [name, value]))
const drawWith = (edit, focus) => {
  const layers = [...chain.layers]
  edit(layers)
  draw({ ...chain, layers }, focus)
}
const change = (number, kind) =>
  drawWith((layers) => {
    const kept = Object.entries(layers[number].values).filter(([name, value]) => name in defaults(kind) && !Array.isArray(value))
    layers[number] = { kind, values: { ...defaults(kind), ...Object.fromEntries(kept) } }
  }, number)
const move = (from, to) => drawWith((layers) => layers.splice(to, 0, ...layers.splice(from, 1)), to)
const remove = (number) => drawWith((layers) => layers.splice(number, 1), number)
const add = () => drawWith((layers) => layers.push({ kind: "Linear", values: defaults("Linear") }), chain.layers.length)
const set = (number, name, value) =>
  drawWith((layers) => (layers[number] = { ...layers[number], values: { ...layers[number].values, [name]: value } }), number)

function typed(event) {
  if (event.target.name === "kind") return
  try {
    chain = readPage()
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    place.querySelector("[role=status]").textContent = error.message
    return
  }
  show()
}

function start() {
  try {
    draw(fromHash(location.hash || EXAMPLE))
  } catch {
    draw(fromHash(EXAMPLE)) // an address that is no chain
  }
}

async function copy(event) {
  await navigator.clipboard.writeText(code(chain))
  event.target.textContent = "Copied"
  setTimeout(() => (event.target.textContent = "Copy the code"), 1500)
}

place.append(
  element(
    "form",
    { class: "chain", oninput: typed, onsubmit: (event) => event.preventDefault() },
    element("label", {}, element("span", {}, "Shape of the input"), element("input", { name: "input", autocomplete: "off" })),
    element("ol"),
    element("p", {}, element("button", { type: "button", class: "chain__add", onclick: add }, "Add a layer")),
    element("p", { role: "status" }),
    element("pre", { tabindex: "0", "aria-label": "The chain in Python" }, element("code")),
    element("p", {}, element("button", { type: "button", onclick: copy }, "Copy the code")),
  ),
)
addEventListener("hashchange", start)
start()
