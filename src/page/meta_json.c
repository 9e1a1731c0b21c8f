/* JSON-LD as sites write it: arrays, @graph, several types at once, persons by reference. Only the objects that speak of the page are read: the top,
 * @graph and mainEntity. */
#include "page/loose_json.h"
#include "page/meta.h"

#include <string.h>

enum { DEEPEST = 32, MOST_PEOPLE = 12, MOST_KNOWN = 32 };

typedef struct ld_reader {
  meta_list *list;
  loose_json json;
  uint32_t begin;                                              /* of the text in the input */
  loose_string known_ids[MOST_KNOWN], known_names[MOST_KNOWN]; /* persons that others refer to */
  size_t known;
} ld_reader;

/* What kind of thing an object is, by @type. */
typedef enum ld_type { LD_OTHER, LD_PAGE, LD_ARTICLE, LD_PERSON } ld_type;

typedef enum ld_key {
  KEY_TYPE,
  KEY_ID,
  KEY_NAME,
  KEY_HEADLINE,
  KEY_DESCRIPTION,
  KEY_PUBLISHED,
  KEY_CREATED,
  KEY_MODIFIED,
  KEY_SECTION,
  KEY_BODY,
  KEY_LANGUAGE,
  KEY_URL,
  KEY_STRINGS, /* those before are strings */
  KEY_AUTHOR = KEY_STRINGS,
  KEY_IMAGE,
  KEY_PUBLISHER,
  KEY_GRAPH,
  KEY_ENTITY,
  KEY_NONE
} ld_key;

static const char *const key_names[] = {"@type",       "@id",          "name",           "headline",    "description", "datePublished",
                                        "dateCreated", "dateModified", "articleSection", "articleBody", "inLanguage",  "url",
                                        "author",      "image",        "publisher",      "@graph",      "mainEntity"};

typedef struct ld_people {
  loose_string names[MOST_PEOPLE], ids[MOST_PEOPLE];
  size_t count;
} ld_people;

typedef struct ld_object {
  ld_type type;
  loose_string fields[KEY_STRINGS];
  loose_string image, publisher;
  ld_people authors;
} ld_object;

static bool read_value(ld_reader *r, ld_object *out, ld_key key, unsigned depth);

/* --- objects --- */

static isnad_slice unescaped(ld_reader *r, loose_string s) {
  isnad_slice out = loose_unescaped(r->list->arena, s);
  r->list->failed |= out.bytes == NULL && s.raw.length > 0;
  return out;
}

static bool ends_with(isnad_slice s, const char *end) {
  size_t length = strlen(end);
  return s.length >= length && memcmp(s.bytes + s.length - length, end, length) == 0;
}

static ld_type type_of(isnad_slice name) {
  if (ends_with(name, "Article") || ends_with(name, "Posting") || ends_with(name, "Report")) return LD_ARTICLE;
  if (ends_with(name, "Person")) return LD_PERSON;
  return ends_with(name, "Page") ? LD_PAGE : LD_OTHER;
}

static ld_key key_of(isnad_slice name) {
  for (size_t i = 0; i < sizeof key_names / sizeof key_names[0]; i++)
    if (isnad_slice_is(name, key_names[i])) return (ld_key)i;
  return isnad_slice_is(name, "creator") ? KEY_AUTHOR : KEY_NONE;
}

static void take_string(ld_object *out, ld_key key, loose_string value) {
  if (key == KEY_TYPE) {
    ld_type type = type_of(value.raw);
    if (type > out->type) out->type = type;
  } else if (key < KEY_STRINGS) {
    if (out->fields[key].raw.length == 0) out->fields[key] = value;
  } else if (key == KEY_IMAGE) {
    if (out->image.raw.length == 0) out->image = value;
  } else if (key == KEY_AUTHOR && out->authors.count < MOST_PEOPLE) {
    out->authors.names[out->authors.count] = value;
    out->authors.ids[out->authors.count++] = (loose_string){{NULL, 0}, false};
  }
}

static void state_as(ld_reader *r, isnad_meta_kind kind, isnad_meta_source source, loose_string s) {
  if (s.raw.length == 0 || r->list->failed) return;
  uint32_t begin = r->begin + (uint32_t)(s.raw.bytes - r->json.text.bytes);
  isnad_slice value = unescaped(r, s);
  meta_add(r->list, kind, source, value, (isnad_span){begin, begin + (uint32_t)s.raw.length});
}

static void state(ld_reader *r, isnad_meta_kind kind, loose_string s) { state_as(r, kind, ISNAD_META_JSON_LD, s); }

static void state_authors(ld_reader *r, const ld_people *people) {
  for (size_t i = 0; i < people->count; i++) {
    loose_string name = people->names[i];
    for (size_t k = 0; name.raw.length == 0 && k < r->known; k++)
      if (isnad_slice_equal(r->known_ids[k].raw, people->ids[i].raw)) name = r->known_names[k];
    state(r, ISNAD_META_AUTHOR, name);
  }
}

static void state_article(ld_reader *r, const ld_object *o) {
  static const struct {
    ld_key key;
    isnad_meta_kind kind;
  } fields[] = {{KEY_HEADLINE, ISNAD_META_TITLE},      {KEY_DESCRIPTION, ISNAD_META_DESCRIPTION},
                {KEY_PUBLISHED, ISNAD_META_PUBLISHED}, {KEY_MODIFIED, ISNAD_META_UPDATED},
                {KEY_SECTION, ISNAD_META_SECTION},     {KEY_BODY, ISNAD_META_BODY},
                {KEY_LANGUAGE, ISNAD_META_LANGUAGE},   {KEY_URL, ISNAD_META_CANONICAL}};
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) state(r, fields[i].kind, o->fields[fields[i].key]);
  if (o->fields[KEY_HEADLINE].raw.length == 0) state(r, ISNAD_META_TITLE, o->fields[KEY_NAME]);
  if (o->fields[KEY_PUBLISHED].raw.length == 0) state(r, ISNAD_META_PUBLISHED, o->fields[KEY_CREATED]);
  state(r, ISNAD_META_IMAGE, o->image);
  state(r, ISNAD_META_SITE, o->publisher);
  state_authors(r, &o->authors);
}

/* A page that is no article still says when it was published. */
static void state_page(ld_reader *r, const ld_object *o) {
  state_as(r, ISNAD_META_PUBLISHED, ISNAD_META_JSON_LD_PAGE, o->fields[KEY_PUBLISHED]);
  state_as(r, ISNAD_META_UPDATED, ISNAD_META_JSON_LD_PAGE, o->fields[KEY_MODIFIED]);
  state_as(r, ISNAD_META_LANGUAGE, ISNAD_META_JSON_LD_PAGE, o->fields[KEY_LANGUAGE]);
}

static void remember_person(ld_reader *r, const ld_object *o) {
  if (r->known == MOST_KNOWN || o->fields[KEY_ID].raw.length == 0 || o->fields[KEY_NAME].raw.length == 0) return;
  r->known_ids[r->known] = o->fields[KEY_ID];
  r->known_names[r->known++] = o->fields[KEY_NAME];
}

/* Reads the members of an object into `out`, whatever their order. */
static bool read_members(ld_reader *r, ld_object *out, unsigned depth) {
  r->json.at++; /* { */
  for (char c; (c = loose_peek(&r->json)) != '}';) {
    loose_string name;
    if (c == '\0' || c == ']' || !loose_string_read(&r->json, &name)) return false;
    if (loose_peek(&r->json) != ':') return false;
    r->json.at++;
    if (!read_value(r, out, key_of(name.raw), depth + 1)) return false;
  }
  r->json.at++;
  return true;
}

/* An object that is the value of `key` in `outer`. */
static bool read_object(ld_reader *r, ld_object *outer, ld_key key, unsigned depth) {
  ld_object o = {.type = LD_OTHER};
  bool whole = read_members(r, &o, depth);
  if (key == KEY_AUTHOR && outer->authors.count < MOST_PEOPLE) {
    outer->authors.names[outer->authors.count] = o.fields[KEY_NAME];
    outer->authors.ids[outer->authors.count++] = o.fields[KEY_ID];
  } else if (key == KEY_IMAGE) {
    take_string(outer, key, o.fields[KEY_URL]);
  } else if (key == KEY_LANGUAGE) {
    take_string(outer, key, o.fields[KEY_NAME]);
  } else if (key == KEY_PUBLISHER) {
    outer->publisher = o.fields[KEY_NAME];
  } else if (key == KEY_GRAPH || key == KEY_ENTITY) {
    if (o.type == LD_PERSON) remember_person(r, &o);
    if (o.type == LD_ARTICLE) state_article(r, &o);
    if (o.type == LD_PAGE) state_page(r, &o);
  }
  return whole;
}

static bool read_array(ld_reader *r, ld_object *out, ld_key key, unsigned depth) {
  r->json.at++; /* [ */
  for (char c; (c = loose_peek(&r->json)) != ']';)
    if (c == '\0' || c == '}' || !read_value(r, out, key, depth + 1)) return false;
  r->json.at++;
  return true;
}

static bool read_value(ld_reader *r, ld_object *out, ld_key key, unsigned depth) {
  loose_string value;
  char c = loose_peek(&r->json);
  if (c == '\0') return false;
  if (c == '"') {
    if (!loose_string_read(&r->json, &value)) return false;
    take_string(out, key, value);
    return true;
  }
  if (c != '{' && c != '[') return loose_skip_word(&r->json);
  bool wanted = key == KEY_AUTHOR || key == KEY_IMAGE || key == KEY_PUBLISHER || key == KEY_GRAPH || key == KEY_ENTITY || key < KEY_STRINGS;
  if (depth >= DEEPEST || !wanted) return loose_skip_value(&r->json);
  return c == '{' ? read_object(r, out, key, depth) : read_array(r, out, key, depth);
}

static bool holds_graph(isnad_slice text) {
  static const char graph[] = "@graph";
  for (size_t at = 0; at + sizeof graph < text.length; at++) {
    const char *sign = memchr(text.bytes + at, '@', text.length - at);
    if (sign == NULL) return false;
    at = (size_t)(sign - text.bytes);
    if (isnad_slice_starts((isnad_slice){sign, text.length - at}, isnad_slice_of(graph))) return true;
  }
  return false;
}

/* Persons of a graph may stand behind the article that names them: they are looked for first. */
static void remember_people(ld_reader *r) {
  meta_list nowhere = {.arena = r->list->arena, .failed = true};
  meta_list *list = r->list;
  ld_object top = {.type = LD_OTHER};
  r->list = &nowhere;
  while (read_value(r, &top, KEY_GRAPH, 0)) continue;
  r->list = list;
  r->json.at = 0;
}

void meta_json_ld(meta_list *list, isnad_slice text, uint32_t begin) {
  ld_reader r = {.list = list};
  ld_object top = {.type = LD_OTHER};
  size_t first = 0;
  while (first < text.length && text.bytes[first] != '{' && text.bytes[first] != '[') first++; /* comments and CDATA around it */
  r.json.text = (isnad_slice){text.bytes + first, text.length - first};
  r.begin = begin + (uint32_t)first;
  if (holds_graph(r.json.text)) remember_people(&r);
  while (read_value(&r, &top, KEY_GRAPH, 0)) continue;
}
