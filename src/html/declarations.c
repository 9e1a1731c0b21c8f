/* Comments and document types (WHATWG HTML 13.2.5.43-68). */
#include "html/tokens.h"

#include <string.h>

/* A comment that the input ends loses the dashes that began to close it. */
static uint32_t unclosed_end(const html_tokenizer *t, uint32_t begin) {
  uint32_t end = t->length;
  size_t length = end - begin;
  const char *tail = t->input + end;
  if (length >= 3 && memcmp(tail - 3, "--!", 3) == 0) return end - 3;
  if (length >= 2 && memcmp(tail - 2, "--", 2) == 0) return end - 2;
  return length >= 1 && tail[-1] == '-' ? end - 1 : end;
}

/* The length of what closes the comment with the ">" at `at`: "-->" or "--!>"; 0: nothing. */
static uint32_t closing(const html_tokenizer *t, uint32_t begin, uint32_t at) {
  size_t length = at - begin;
  if (length >= 2 && memcmp(t->input + at - 2, "--", 2) == 0) return 3;
  if (length >= 3 && memcmp(t->input + at - 3, "--!", 3) == 0) return 4;
  return 0;
}

void html_read_comment(html_tokenizer *t, html_token *out) {
  uint32_t begin = t->at, at = begin;
  out->kind = HTML_TOKEN_COMMENT;
  if (at < t->length && t->input[at] == '-') at++;
  if (at < t->length && t->input[at] == '>') { /* <!--> and <!---> */
    out->data = (html_range){begin, begin};
    t->at = out->raw.end = at + 1;
    return;
  }
  for (at = html_find(t, begin, '>'); at < t->length; at = html_find(t, at + 1, '>')) {
    uint32_t length = closing(t, begin, at);
    if (length == 0) continue;
    out->data = (html_range){begin, at + 1 - length};
    t->at = out->raw.end = at + 1;
    return;
  }
  out->data = (html_range){begin, unclosed_end(t, begin)};
  t->at = out->raw.end = t->length;
}

static uint32_t skip_space(const html_tokenizer *t, uint32_t at) {
  while (at < t->length && html_is(HTML_SPACE, t->input[at])) at++;
  return at;
}

/* A quoted identifier at `at`. Returns the place behind it; the place of the ">" or the end of the input that cuts it short, with *quirks set. */
static uint32_t identifier(const html_tokenizer *t, uint32_t at, html_range *out, bool *has, bool *quirks) {
  char quote = t->input[at++];
  *has = true;
  out->begin = at;
  while (at < t->length && t->input[at] != quote && t->input[at] != '>') at++;
  out->end = at;
  *quirks = at == t->length || t->input[at] != quote;
  return *quirks ? at : at + 1;
}

static bool quoted(const html_tokenizer *t, uint32_t at) { return at < t->length && (t->input[at] == '"' || t->input[at] == '\''); }

/* What follows the name: PUBLIC or SYSTEM and identifiers. Returns where the ">" is to be looked for. */
static uint32_t read_identifiers(html_tokenizer *t, uint32_t at, bool *quirks) {
  static const isnad_slice public_word = {"public", 6}, system_word = {"system", 6};
  html_doctype *d = &t->doctype;
  bool is_public = html_word_at(t, at, public_word);
  *quirks = true;
  if (!is_public && !html_word_at(t, at, system_word)) return at;
  at = skip_space(t, at + 6);
  if (!quoted(t, at)) return at;
  if (is_public) {
    at = identifier(t, at, &d->public_id, &d->has_public, quirks);
    if (*quirks) return at;
    at = skip_space(t, at);
    *quirks = at == t->length || (t->input[at] != '>' && !quoted(t, at));
    if (!quoted(t, at)) return at;
  }
  at = identifier(t, at, &d->system_id, &d->has_system, quirks);
  if (*quirks) return at;
  at = skip_space(t, at);
  *quirks = at == t->length; /* what else stands behind it is passed over without quirks */
  return at;
}

void html_read_doctype(html_tokenizer *t, html_token *out) {
  uint32_t at = skip_space(t, t->at);
  bool quirks = true;
  t->doctype = (html_doctype){0};
  out->kind = HTML_TOKEN_DOCTYPE;
  if (at < t->length && t->input[at] != '>') {
    t->doctype.has_name = true;
    t->doctype.name.begin = at;
    while (at < t->length && !html_is(HTML_VALUE_END, t->input[at])) at++;
    t->doctype.name.end = at;
    at = skip_space(t, at);
    quirks = at == t->length;
    if (!quirks && t->input[at] != '>') at = html_find(t, read_identifiers(t, at, &quirks), '>');
  }
  if (quirks) out->flags |= HTML_TOKEN_QUIRKS;
  t->at = out->raw.end = at < t->length ? at + 1 : at;
}
