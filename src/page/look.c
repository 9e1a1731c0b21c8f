#include "page/look.h"

#include "isnad/stamp.h"
#include "page/chars.h"

enum {
  LINE_WORDS = 25,    /* no headline is longer */
  SENTENCE_WORDS = 7, /* a shorter line with a stop is a sentence only among paragraphs */
  COLON_WORDS = 12,
  EXCLAIM_WORDS = 18,
  GOES_ON_WORDS = 10,
  GAP_BLANKS = 3,
  STAMP_WORDS = 40,   /* dates are looked for in lines of at most so many words */
  STAMPED_WORDS = 12, /* but not in longer ones that end as sentences */
  MENU_WORDS = 7,
  BAND_WORDS = 60,
  BAND_COMMA = 30, /* words to a comma, at least */
  BAND_COLONS = 3,
  JOINING_FREQUENCY = 170000 /* per 100 million: the few dozen forms that join sentences */
};

typedef struct reader {
  const isnad_tokens *tokens;
  const isnad_block *block;
  look l;
  uint32_t crumb;
  uint32_t open_paren; /* token + 1 of a bracket that is still open */
  uint32_t previous;   /* the code point of the previous token when it was a mark; 0 */
  bool tagged;         /* the last word belongs to a hashtag */
} reader;

static void tick(uint16_t *count, bool more) { *count = (uint16_t)(*count + (more && *count < UINT16_MAX)); }

static uint32_t mark_of(const isnad_tokens *t, size_t at) {
  size_t ignored = 0;
  return char_at(t->text, t->items[at].span.begin, &ignored);
}

static bool glued(const isnad_tokens *t, size_t at, const isnad_block *b) {
  return at < b->last_token && (t->items[at].flags & ISNAD_TOKEN_GLUED) != 0;
}

static bool is_stop(uint32_t c) { return c == '.' || c == '!' || c == CHAR_ARABIC_STOP; }

static bool is_question(uint32_t c) { return c == '?' || c == CHAR_ARABIC_QUESTION; }

static bool is_separator(uint32_t c) {
  return c == '/' || c == '>' || c == '|' || c == '\\' || c == CHAR_GUILLEMET_CLOSE || c == CHAR_GUILLEMET_OPEN || c == CHAR_SINGLE_CLOSE ||
         c == CHAR_ARROW_LEFT || c == CHAR_ARROW_RIGHT;
}

static bool is_code(uint32_t c) { return c == '<' || c == '>' || c == '{' || c == '}' || c == '=' || c == ';' || c == '&' || c == '[' || c == ']'; }

/* Three blanks or more between this token and the one before it. */
static bool is_wide(const reader *r, size_t at) {
  const isnad_tokens *t = r->tokens;
  if (at == r->block->first_token || (t->items[at].flags & ISNAD_TOKEN_GLUED) != 0) return false;
  size_t length = 0, blanks = 0;
  for (size_t i = t->items[at - 1].span.end; i < t->items[at].span.begin; i += length) blanks += char_is_space(char_at(t->text, i, &length));
  return blanks >= GAP_BLANKS;
}

static void read_word(reader *r, size_t at) {
  const isnad_token *token = &r->tokens->items[at];
  if (r->l.words == 0) r->l.first_word = (uint32_t)at;
  r->l.words++;
  r->l.foreign += (token->flags & ISNAD_TOKEN_ARABIC) == 0;
  tick(&r->l.short_words, token->length <= 2);
  if (r->previous == '#' || (r->previous == '_' && r->tagged && (token->flags & ISNAD_TOKEN_GLUED) != 0))
    tick(&r->l.hashtags, true);
  else
    r->tagged = false;
  r->tagged |= r->previous == '#';
  r->crumb++;
  if ((r->previous == '@' || r->previous == '/') && (token->flags & (ISNAD_TOKEN_GLUED | ISNAD_TOKEN_ARABIC)) == ISNAD_TOKEN_GLUED)
    r->l.address = true;
}

static void close_crumb(reader *r) {
  tick(&r->l.separators, true);
  if (r->crumb > r->l.longest_crumb) r->l.longest_crumb = r->crumb < UINT16_MAX ? (uint16_t)r->crumb : UINT16_MAX;
  r->crumb = 0;
}

/* A bracket at the very end, unless it also opens the block. */
static void close_paren(reader *r, size_t at) {
  if (r->open_paren == 0) return;
  bool ends = at + 1 == r->block->last_token;
  if (ends && r->open_paren - 1 == r->block->first_token) r->l.bracketed = true;
  if (ends) r->l.paren = r->open_paren - 1;
  r->open_paren = 0;
}

static void read_mark(reader *r, size_t at, uint32_t c) {
  bool alone = !glued(r->tokens, at, r->block) && !glued(r->tokens, at + 1, r->block);
  tick(&r->l.commas, c == CHAR_ARABIC_COMMA || c == CHAR_ARABIC_SEMICOLON || (c == ',' && !glued(r->tokens, at + 1, r->block)));
  tick(&r->l.colons, c == ':');
  tick(&r->l.code, is_code(c));
  r->l.copyright |= c == CHAR_COPYRIGHT;
  if (is_separator(c) && alone && at > r->block->first_token) close_crumb(r);
  if (c == '(') r->open_paren = (uint32_t)at + 1;
  if (c == ')') close_paren(r, at);
}

/* The sentence ends inside the block: a stop, no second one after it, then a space and more. */
static void count_stop(reader *r, size_t at, uint32_t c) {
  bool more = at + 1 < r->block->last_token && !glued(r->tokens, at + 1, r->block);
  tick(&r->l.stops, (is_stop(c) || is_question(c)) && !is_stop(r->previous) && more && r->tokens->items[at + 1].kind != ISNAD_TOKEN_PUNCT);
}

static look_end end_of(uint32_t c, uint32_t before) {
  if (is_question(c)) return END_QUESTION;
  if (c == CHAR_ELLIPSIS || (c == '.' && (before == '.' || before == CHAR_ELLIPSIS))) return END_DOTS;
  if (c == '!') return END_EXCLAIM;
  if (is_stop(c)) return END_STOP;
  if (c == ':') return END_COLON;
  return c == '/' || c == '\\' ? END_SLASH : END_OPEN;
}

/* Closing marks are looked through: a quote that ends a sentence holds its stop. */
static look_end read_end(const isnad_tokens *t, const isnad_block *b) {
  size_t at = b->last_token;
  bool paren = false;
  while (at > b->first_token) {
    uint32_t c = mark_of(t, at - 1);
    if (t->items[at - 1].kind != ISNAD_TOKEN_QUOTE && c != ')' && c != ']') break;
    paren |= c == ')';
    at--;
  }
  if (at == b->first_token || t->items[at - 1].kind == ISNAD_TOKEN_WORD || t->items[at - 1].kind == ISNAD_TOKEN_NUMBER)
    return paren ? END_PAREN : END_OPEN;
  look_end end = end_of(mark_of(t, at - 1), at - 1 > b->first_token ? mark_of(t, at - 2) : 0);
  return end == END_OPEN && paren ? END_PAREN : end;
}

static bool begins_with_and(const isnad_tokens *t, const look *l) {
  isnad_slice word = isnad_token_form(t, l->first_word);
  size_t length = 0;
  if (word.length < 4 || char_at(word, 0, &length) != CHAR_WAW) return false;
  return isnad_arabic_proclitics(word) >= length;
}

static void note_stamp(look *l, const isnad_stamp *s) {
  if (l->stamps == 0) l->stamp = s->span;
  tick(&l->stamps, true);
}

/* Dates begin at a number, or at a word when a table knows it as a month or weekday. */
static bool may_open_stamp(const isnad_tokens *t, size_t at) {
  isnad_phrase hit;
  if (t->items[at].kind == ISNAD_TOKEN_NUMBER) return true;
  if (t->items[at].kind != ISNAD_TOKEN_WORD) return false;
  return isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_MONTHS | 1u << ISNAD_TABLE_WEEKDAYS, 0) > 0;
}

static void read_stamps(look *l, const isnad_tokens *t, const isnad_block *b) {
  isnad_stamp s;
  for (size_t at = b->first_token; at < b->last_token; at++) {
    if (may_open_stamp(t, at) && isnad_stamp_at(&s, t, at, b->last_token, (isnad_slice){NULL, 0})) {
      note_stamp(l, &s);
      at = s.last - 1;
      l->stamp_ends = true;
    } else if (t->items[at].kind == ISNAD_TOKEN_WORD) {
      l->bare_words++;
      l->stamp_ends = false;
    }
  }
}

look page_look(const isnad_tokens *tokens, const isnad_block *block) {
  reader r = {.tokens = tokens, .block = block, .l = {.first_word = block->last_token}};
  for (size_t at = block->first_token; at < block->last_token; at++) {
    const isnad_token *token = &tokens->items[at];
    tick(&r.l.gaps, is_wide(&r, at));
    if (token->kind == ISNAD_TOKEN_WORD || token->kind == ISNAD_TOKEN_NUMBER) {
      r.l.hash = (r.l.hash ^ token->hash) * 0x9E3779B97F4A7C15u;
      if (token->kind == ISNAD_TOKEN_WORD)
        read_word(&r, at);
      else
        r.l.numbers++;
      r.previous = 0;
      continue;
    }
    uint32_t c = mark_of(tokens, at);
    read_mark(&r, at, c);
    count_stop(&r, at, c);
    r.previous = c;
  }
  r.l.end = (uint8_t)read_end(tokens, block);
  r.l.credited = r.l.end == END_PAREN && r.l.paren > block->first_token && is_stop(mark_of(tokens, r.l.paren - 1));
  r.l.continues = r.l.words > 0 && r.l.first_word == block->first_token && begins_with_and(tokens, &r.l);
  bool sentence = r.l.end == END_STOP && r.l.words > STAMPED_WORDS;
  if (r.l.words <= STAMP_WORDS && r.l.numbers > 0 && !sentence)
    read_stamps(&r.l, tokens, block);
  else
    r.l.bare_words = r.l.words;
  return r.l;
}

bool look_is_prose(const look *l) {
  if (l->words >= LINE_WORDS) return true;
  if (l->end == END_STOP && l->words >= SENTENCE_WORDS) return true;
  if (l->end == END_EXCLAIM && l->words >= EXCLAIM_WORDS) return true;
  if (l->end == END_COLON && l->words >= COLON_WORDS) return true;
  if (l->continues && l->words >= GOES_ON_WORDS) return true;
  return ((l->stops > 0 || l->credited) && l->words >= 14) || (l->commas >= 2 && l->words >= 16) || (l->commas == 1 && l->words >= 20);
}

/* Headlines run together without a mark between them: very long, hardly a comma, no sentence that ends, and the colons of headlines. */
static bool is_run_together(const look *l) {
  return l->words >= BAND_WORDS && l->stops == 0 && l->end != END_STOP && l->commas * BAND_COMMA <= l->words && l->colons >= BAND_COLONS;
}

bool look_is_menu(const isnad_tokens *tokens, const isnad_block *block, const look *l) {
  uint32_t joining = 0;
  if (is_run_together(l)) return true;
  if (l->words < MENU_WORDS || l->commas > 0 || l->stops > 0 || l->end == END_STOP || l->end == END_QUESTION) return false;
  for (size_t at = block->first_token; at < block->last_token; at++)
    joining += tokens->items[at].kind == ISNAD_TOKEN_WORD && isnad_arabic_frequency(tokens->items[at].hash) >= JOINING_FREQUENCY;
  return joining * 10 < l->words;
}
