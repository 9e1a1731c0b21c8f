#include "feed/text.h"

#include "base/buf.h"
#include "feed/words.h"
#include "html/tokens.h"

typedef struct writer {
  buf out;
  isnad_arena *arena;
  bool lines, blank, broken; /* a blank or a line break is to come before the next letter */
} writer;

static size_t blank_length(isnad_slice s, size_t at) {
  if (is_blank(s.bytes[at]) || s.bytes[at] == '\v') return 1;
  return s.bytes[at] == '\xC2' && at + 1 < s.length && s.bytes[at + 1] == '\xA0' ? 2 : 0; /* no-break space */
}

/* Drops what shows nothing and would part words for a reader of lines. */
static bool is_control(char c) { return (unsigned char)c < ' ' || c == 0x7F; }

static void begin_word(writer *w) {
  if (w->out.length > 0 && w->broken)
    buf_add_char(&w->out, '\n');
  else if (w->out.length > 0 && w->blank)
    buf_add_char(&w->out, ' ');
  w->blank = w->broken = false;
}

static void add_text(writer *w, isnad_slice text) {
  for (size_t at = 0; at < text.length;) {
    size_t blank = blank_length(text, at), begin = at;
    if (blank > 0 || is_control(text.bytes[at])) {
      w->blank = w->blank || blank > 0;
      at += blank > 0 ? blank : 1;
      continue;
    }
    while (at < text.length && blank_length(text, at) == 0 && !is_control(text.bytes[at])) at++;
    begin_word(w);
    buf_add(&w->out, text.bytes + begin, at - begin);
  }
}

static void add_token(writer *w, const html_tokenizer *t, const html_token *token) {
  isnad_slice raw = {t->input + token->data.begin, token->data.end - token->data.begin};
  if ((token->flags & HTML_TOKEN_CHANGED) == 0) {
    add_text(w, raw);
    return;
  }
  char *room = isnad_arena_alloc(w->arena, html_decoded_room(t->input, token->data.begin, token->data.end));
  if (room == NULL)
    w->out.failed = true;
  else
    add_text(w, (isnad_slice){room, html_decode(room, t->input, token->data.begin, token->data.end, token->rules)});
}

static bool is_unread(uint16_t tag) {
  return tag == HTML_SCRIPT || tag == HTML_STYLE || tag == HTML_IFRAME || tag == HTML_NOEMBED || tag == HTML_NOFRAMES;
}

/* Tags of blocks part words, those of the line do not. */
static void take_tag(writer *w, html_tokenizer *t, const html_token *token, bool *unread) {
  if (token->tag == HTML_BR || html_tag_is_block((html_tag)token->tag)) {
    w->broken = w->lines;
    w->blank = true;
  }
  if (!is_unread(token->tag)) return;
  *unread = token->kind == HTML_TOKEN_START;
  if (*unread) {
    t->mode = token->tag == HTML_SCRIPT ? HTML_AS_SCRIPT : HTML_AS_RAWTEXT;
    t->raw_name = (isnad_slice){t->input + token->data.begin, token->data.end - token->data.begin};
  }
}

static isnad_slice written(writer *w) { return w->out.failed ? (isnad_slice){NULL, 0} : buf_slice(&w->out); }

isnad_slice feed_text(isnad_arena *arena, isnad_slice html, bool lines) {
  html_attr_value attrs[HTML_ATTR_COUNT];
  html_token token;
  bool unread = false;
  if (html.length >= UINT32_MAX || (memchr(html.bytes != NULL ? html.bytes : "", '<', html.length) == NULL &&
                                    memchr(html.bytes != NULL ? html.bytes : "", '&', html.length) == NULL))
    return feed_plain(arena, html, lines);
  html_tokenizer t = html_tokenizer_of(html);
  writer w = {.out = buf_new(arena, html.length + 1), .arena = arena, .lines = lines};
  t.attrs = attrs;
  t.room = HTML_ATTR_COUNT;
  t.cdata = true; /* a section that was escaped with its marks */
  for (html_token_next(&t, &token); token.kind != HTML_TOKEN_EOF; html_token_next(&t, &token)) {
    if (token.kind == HTML_TOKEN_TEXT && !unread) add_token(&w, &t, &token);
    if (token.kind == HTML_TOKEN_START || token.kind == HTML_TOKEN_END) take_tag(&w, &t, &token, &unread);
  }
  return written(&w);
}

/* Nothing but single blanks inside. */
static bool is_tidy(isnad_slice s) {
  for (size_t i = 0; i < s.length; i++) {
    if (s.bytes[i] == ' ' ? i + 1 < s.length && s.bytes[i + 1] == ' ' : is_control(s.bytes[i])) return false;
    if (s.bytes[i] == '\xC2' && i + 1 < s.length && s.bytes[i + 1] == '\xA0') return false;
  }
  return true;
}

isnad_slice feed_plain(isnad_arena *arena, isnad_slice text, bool lines) {
  text = word_trim(text);
  if (is_tidy(text)) return text;
  writer w = {.out = buf_new(arena, text.length + 1), .arena = arena, .lines = lines};
  while (text.length > 0) {
    const char *feed = lines ? memchr(text.bytes, '\n', text.length) : NULL;
    size_t length = feed != NULL ? (size_t)(feed - text.bytes) : text.length;
    add_text(&w, (isnad_slice){text.bytes, length});
    w.broken = true;
    length += feed != NULL;
    text = (isnad_slice){text.bytes + length, text.length - length};
  }
  return written(&w);
}

bool feed_is_markup(isnad_slice text) {
  for (size_t i = 0; i + 1 < text.length; i++) {
    char next = to_lower(text.bytes[i + 1]);
    if (text.bytes[i] == '<' && ((next >= 'a' && next <= 'z') || next == '/' || next == '!')) return true;
  }
  return false;
}

uint64_t feed_number(isnad_slice text, uint64_t most) {
  uint64_t number = 0;
  text = word_trim(text);
  for (size_t i = 0; i < text.length; i++) {
    if (text.bytes[i] < '0' || text.bytes[i] > '9') return 0;
    number = number * 10 + (uint64_t)(text.bytes[i] - '0');
    if (number > most) return most;
  }
  return number;
}
