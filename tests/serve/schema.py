"""As much of JSON Schema (2020-12) as web/openapi.json uses; a keyword that is not known here is an error, so that none is passed over."""
import re

KNOWN = {"type", "properties", "required", "additionalProperties", "items", "enum", "const", "$ref", "anyOf", "description", "minimum", "maximum", "minItems",
         "maxItems", "pattern"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool}


def problems(value, schema, root, at="$"):
    """What is wrong with a value, as a list of lines."""
    unknown = set(schema) - KNOWN
    if unknown:
        return [f"{at}: unknown keywords {unknown}"]
    if "$ref" in schema:
        target = root
        for part in schema["$ref"].lstrip("#/").split("/"):
            target = target[part]
        return problems(value, target, root, at)
    if "anyOf" in schema:
        return [] if any(not problems(value, s, root, at) for s in schema["anyOf"]) else [f"{at}: fits none of anyOf"]
    if "const" in schema and value != schema["const"]:
        return [f"{at}: {value!r} is not {schema['const']!r}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at}: {value!r} is none of {schema['enum']}"]
    kind = schema.get("type")
    if kind in ("integer", "number"):
        good = isinstance(value, (int, float)) and not isinstance(value, bool) and (kind == "number" or float(value).is_integer())
        if not good:
            return [f"{at}: {value!r} is no {kind}"]
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        return [] if low <= value <= high else [f"{at}: {value} is out of range"]
    if kind and not isinstance(value, TYPES[kind]):
        return [f"{at}: {type(value).__name__} is no {kind}"]
    found = []
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{at}: {value!r} does not match {schema['pattern']}")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [f"{at}: {name} is missing" for name in schema.get("required", []) if name not in value]
        if schema.get("additionalProperties") is False:
            found += [f"{at}: {name} is not described" for name in value if name not in known]
        for name, inner in known.items():
            if name in value:
                found += problems(value[name], inner, root, f"{at}.{name}")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{at}: {len(value)} items")
        for i, item in enumerate(value):
            found += problems(item, schema.get("items", {}), root, f"{at}[{i}]")
    return found
