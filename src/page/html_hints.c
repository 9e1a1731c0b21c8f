#include "page/html_hints.h"

#include "page/html_words.h"

#include <string.h>

enum { LOOK_WORDS = 3 };

static uint32_t kinds_of(uint32_t hash) {
  for (uint32_t at = hash & hint_mask; hint_hashes[at] != 0; at = (at + 1) & hint_mask)
    if (hint_hashes[at] == hash) return hint_kinds[at];
  return 0;
}

/* The hints of the words of one attribute; *looks takes in its first words. */
static uint32_t read_words(isnad_slice value, uint32_t *looks) {
  uint32_t kinds = 0, word = 0, last = 0;
  size_t at = 0;
  for (unsigned i = 0; i < HINT_WORDS && hint_next_word(value.bytes, value.length, &at, &word); i++) {
    kinds |= kinds_of(word);
    if (i > 0) kinds |= kinds_of(hint_pair(last, word));
    if (i < LOOK_WORDS) *looks = *looks * 31 + word;
    last = word;
  }
  return kinds;
}

uint32_t page_html_hints_of(isnad_slice text) {
  uint32_t ignored = 0;
  return read_words(text, &ignored);
}

/* The value of a style holds `name: value`, white space aside. */
static bool style_says(isnad_slice style, const char *rule) {
  size_t length = strlen(rule);
  for (size_t at = 0; at < style.length; at++) {
    size_t same = 0, i = at;
    for (; i < style.length && same < length; i++) {
      char c = style.bytes[i];
      if (c == ' ') continue;
      if ((hint_is_upper(c) ? c + ('a' - 'A') : c) != rule[same]) break;
      same++;
    }
    if (same == length) return true;
  }
  return false;
}

static uint8_t style_hides(isnad_slice style) {
  enum { LONGEST = 256 };
  if (style.length > LONGEST) style.length = LONGEST;
  return style_says(style, "display:none") || style_says(style, "visibility:hidden") ? 2 : 0;
}

static void read_attribute(html_box *box, const html_attr_value *a, isnad_slice value) {
  uint32_t ignored = 0;
  switch (a->name) {
  case HTML_ATTR_CLASS:
    box->own |= read_words(value, &box->looks);
    break;
  case HTML_ATTR_ID:
  case HTML_ATTR_ROLE:
  case HTML_ATTR_ITEMPROP:
    box->own |= read_words(value, &ignored);
    break;
  case HTML_ATTR_HIDDEN:
    box->hidden = 2;
    break;
  case HTML_ATTR_STYLE:
    if (style_hides(value) > box->hidden) box->hidden = 2;
    break;
  case HTML_ATTR_ARIA_HIDDEN:
    if (value.length == 4 && memcmp(value.bytes, "true", 4) == 0 && box->hidden == 0) box->hidden = 1;
    break;
  default:
    break;
  }
}

void page_html_hint(html_box *box, const html_tree *tree) {
  const html_node *n = &tree->nodes[box->node];
  box->looks = n->tag + 1u;
  for (uint32_t i = 0; i < n->attr_count; i++) {
    const html_attr_value *a = &tree->attrs[n->first + i];
    isnad_slice value = {tree->input.bytes + a->begin, a->finish - a->begin};
    if ((a->flags & HTML_ATTR_DECODED) != 0) value = tree->decoded[a->decoded];
    read_attribute(box, a, value);
  }
}
