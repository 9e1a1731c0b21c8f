/* Where raw text ends: the content of title, style, script and the like (WHATWG HTML 13.2.5.9-31). */
#include "html/tokens.h"

static const isnad_slice script_word = {"script", 6};

/* Whether the end tag of `name` stands at `at`, where a "<" is. */
static bool end_tag_at(const html_tokenizer *t, uint32_t at, isnad_slice name) {
  if (name.length == 0 || t->length - at < name.length + 3 || t->input[at + 1] != '/' || !html_word_at(t, at + 2, name)) return false;
  return html_is(HTML_NAME_END, t->input[at + 2 + name.length]);
}

static bool starts_script_at(const html_tokenizer *t, uint32_t at) {
  return t->length - at >= 8 && html_word_at(t, at + 1, script_word) && html_is(HTML_NAME_END, t->input[at + 7]);
}

static bool comment_at(const html_tokenizer *t, uint32_t at) {
  return t->length - at >= 4 && t->input[at + 1] == '!' && t->input[at + 2] == '-' && t->input[at + 3] == '-';
}

static bool dashes_close(const html_tokenizer *t, uint32_t begin, uint32_t at) {
  return at - begin >= 2 && t->input[at - 1] == '-' && t->input[at - 2] == '-';
}

/* Inside <!-- of a script: the place behind the --> that leaves it, or *found set and the place of the end tag. A <script> inside hides one
 * </script>. */
static uint32_t escaped_end(const html_tokenizer *t, uint32_t begin, bool *found) {
  bool twice = false;
  for (uint32_t at = begin; at < t->length; at++) {
    char c = t->input[at];
    if (c == '>' && dashes_close(t, begin, at)) return at + 1;
    if (c != '<') continue;
    if (!twice && end_tag_at(t, at, t->raw_name)) return *found = true, at;
    if (!twice && starts_script_at(t, at))
      twice = true;
    else if (twice && end_tag_at(t, at, script_word))
      twice = false;
  }
  return t->length;
}

static uint32_t script_end(const html_tokenizer *t) {
  for (uint32_t at = html_find(t, t->at, '<'); at < t->length;) {
    if (end_tag_at(t, at, t->raw_name)) return at;
    if (comment_at(t, at)) {
      bool found = false;
      at = escaped_end(t, at + 2, &found); /* the dashes of <!-- may be those of --> */
      if (found) return at;
      at = html_find(t, at, '<');
    } else {
      at = html_find(t, at + 1, '<');
    }
  }
  return t->length;
}

uint32_t html_raw_text_end(const html_tokenizer *t) {
  if (t->mode == HTML_AS_SCRIPT) return script_end(t);
  uint32_t at = html_find(t, t->at, '<');
  while (at < t->length && !end_tag_at(t, at, t->raw_name)) at = html_find(t, at + 1, '<');
  return at;
}
