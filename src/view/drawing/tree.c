#include "view/drawing/tree.h"

#include <stdlib.h>
#include <string.h>

static tree *read_value(json_reader *r, const char *const *keys);

static bool wants(const char *const *keys, isnad_slice key) {
  for (; keys != NULL && *keys != NULL; keys++)
    if (key.length > 0 && **keys == key.bytes[0] && isnad_slice_equal(isnad_slice_of(*keys), key)) return true;
  return keys == NULL;
}

/* Fills `node` from an object or array whose members are read one by one. `keys` NULL: all of them. */
static bool read_members(json_reader *r, tree *node, const char *const *keys) {
  bool first = true;
  tree **end = &node->first;
  isnad_slice key = {NULL, 0};
  if (!json_enter(r, node->kind)) return false;
  while (node->kind == JSON_OBJECT ? json_next_key(r, &key, &first) : json_next_item(r, &first)) {
    if (node->kind == JSON_OBJECT && !wants(keys, key)) {
      if (!json_skip(r)) return false;
      continue;
    }
    tree *member = read_value(r, keys);
    if (member == NULL) return false;
    member->key = key;
    *end = member;
    end = &member->next;
  }
  return r->problem == NULL;
}

static tree *read_value(json_reader *r, const char *const *keys) {
  tree *node = isnad_arena_alloc(r->arena, sizeof *node);
  if (node == NULL || !json_peek(r, &node->kind)) return NULL;
  size_t began = r->at;
  bool good;
  switch (node->kind) {
  case JSON_OBJECT:
  case JSON_ARRAY:
    good = read_members(r, node, keys);
    break;
  case JSON_STRING:
    good = json_read_string(r, &node->text);
    break;
  case JSON_NUMBER:
    good = json_read_number(r, &node->text);
    break;
  default:
    good = json_skip(r);
    break;
  }
  node->raw = (isnad_slice){r->text.bytes + began, r->at - began};
  return good ? node : NULL;
}

const tree *tree_read_only(isnad_arena *arena, isnad_slice json, const char *const *keys) {
  json_reader r = json_reader_new(arena, json);
  tree *root = read_value(&r, keys);
  return root != NULL && json_at_end(&r) ? root : NULL;
}

const tree *tree_read(isnad_arena *arena, isnad_slice json) { return tree_read_only(arena, json, NULL); }

const tree *tree_get(const tree *t, const char *key) {
  const tree *member = t != NULL && t->kind == JSON_OBJECT ? t->first : NULL;
  isnad_slice wanted = isnad_slice_of(key);
  while (member != NULL && !isnad_slice_equal(member->key, wanted)) member = member->next;
  return member;
}

const tree *tree_item(const tree *t, size_t index) {
  const tree *item = t != NULL ? t->first : NULL;
  while (item != NULL && index-- > 0) item = item->next;
  return item;
}

size_t tree_count(const tree *t) {
  size_t count = 0;
  for (const tree *item = tree_item(t, 0); item != NULL; item = item->next) count++;
  return count;
}

isnad_slice tree_text(const tree *t, const char *key) {
  const tree *member = tree_get(t, key);
  return member != NULL ? member->text : (isnad_slice){NULL, 0};
}

static bool read_double(double *out, isnad_slice text) {
  char digits[64];
  if (text.length == 0 || text.length >= sizeof digits) return false;
  memcpy(digits, text.bytes, text.length);
  digits[text.length] = '\0';
  *out = strtod(digits, NULL);
  return true;
}

bool tree_value(double *out, const tree *number) { return number != NULL && number->kind == JSON_NUMBER && read_double(out, number->text); }

bool tree_number(double *out, const tree *t, const char *key) { return tree_value(out, tree_get(t, key)); }

static bool read_offset(uint32_t *out, const tree *item) {
  double n = 0;
  if (item == NULL || item->kind != JSON_NUMBER || !read_double(&n, item->text) || n < 0 || n > UINT32_MAX) return false;
  *out = (uint32_t)n;
  return true;
}

bool tree_pair(isnad_span *out, const tree *span) {
  return span != NULL && span->kind == JSON_ARRAY && read_offset(&out->begin, tree_item(span, 0)) && read_offset(&out->end, tree_item(span, 1)) &&
         out->begin <= out->end;
}

bool tree_span(isnad_span *out, const tree *t, const char *key) { return tree_pair(out, tree_get(t, key)); }
