#include "arabic/cuts.h"
#include "arabic/forms.h"
#include "arabic/phrase_tables.h"

#include <string.h>

enum { MOST_MARKS = 3 };

/* Where a phrase ends: every table has its longest one taken, of equal ones that which cuts less. */
typedef struct phrase_end {
  uint32_t accept;
  uint32_t count; /* tokens */
  uint8_t cut;
} phrase_end;

/* The ends that were found, the best first. */
typedef struct phrase_ends {
  phrase_end items[PHRASE_MOST_WORDS * ISNAD_MOST_CUTS];
  size_t count;
} phrase_ends;

static const phrase_edge *edge_of(uint32_t node, uint64_t token) {
  uint64_t key = phrase_edge_key(node, token);
  if ((phrase_filter[phrase_filter_word(key)] & phrase_filter_bit(key)) == 0) return NULL;
  for (uint32_t at = phrase_slot(key) & phrase_edge_mask; phrase_edges[at].node != 0; at = (at + 1) & phrase_edge_mask)
    if (phrase_edges[at].key == key) return &phrase_edges[at];
  return NULL;
}

/* Whether the full stop at `at` may stand inside a phrase: no space follows, or it stands behind an initial. */
static bool stop_joins(const isnad_tokens *tokens, size_t at) {
  if (at + 1 < tokens->count && (tokens->items[at + 1].flags & ISNAD_TOKEN_GLUED) != 0) return true;
  return at > 0 && tokens->items[at - 1].kind == ISNAD_TOKEN_WORD && tokens->items[at - 1].length <= LETTER_BYTES;
}

/* Whether a mark may stand inside a phrase: a hyphen, a slash, a plus sign, a quotation mark, some full stops. Commas and the like end it. */
static bool joins(const isnad_tokens *tokens, size_t at) {
  const isnad_token *t = &tokens->items[at];
  if (t->kind == ISNAD_TOKEN_QUOTE) return true;
  char c = tokens->folded[t->folded];
  if (t->kind == ISNAD_TOKEN_SYMBOL && c == '+') return true;
  if (c == '#') return at + 1 < tokens->count && (tokens->items[at + 1].flags & ISNAD_TOKEN_GLUED) != 0; /* "the council of #human_rights" */
  if (t->kind == ISNAD_TOKEN_SYMBOL) return false;
  if (t->kind != ISNAD_TOKEN_PUNCT) return false;
  if (c == '.') return stop_joins(tokens, at);
  if (c == '-' || c == '_' || c == '/' || c == '\'' || c == '&') return true;
  const unsigned char *p = (const unsigned char *)tokens->folded + t->folded;
  return t->length == 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95; /* dashes */
}

/* The next word or number after `at`, over at most a few joining marks; `last` when the phrase cannot go on. */
static size_t next_word(const isnad_tokens *tokens, size_t at, size_t last) {
  for (unsigned marks = 0; ++at < last && marks <= MOST_MARKS; marks++) {
    uint8_t kind = tokens->items[at].kind;
    if (kind == ISNAD_TOKEN_WORD || kind == ISNAD_TOKEN_NUMBER) return at;
    if (!joins(tokens, at)) break;
  }
  return last;
}

static void add_end(phrase_ends *ends, uint32_t accept, uint32_t count, uint8_t cut) {
  size_t at = ends->count++;
  for (; at > 0; at--) {
    const phrase_end *before = &ends->items[at - 1];
    if (before->count > count || (before->count == count && before->cut <= cut)) break;
    ends->items[at] = *before;
  }
  ends->items[at] = (phrase_end){accept, count, cut};
}

/* A known word that stands inside no phrase ends all of them: one look at a bit. */
static bool may_go_on(const phrase_stretch *in, size_t at) {
  const word_entry *word = in->words == NULL ? NULL : in->words[at - in->first];
  return word == NULL || word->inner != 0;
}

static void walk(phrase_ends *ends, const phrase_stretch *in, size_t at, const phrase_begin *from) {
  uint32_t node = from->node, accept = from->accept;
  for (size_t word = at;;) {
    if (accept != PHRASE_NOWHERE) add_end(ends, accept, (uint32_t)(word - at + 1), from->cut);
    if (node == PHRASE_NOWHERE) return;
    word = next_word(in->tokens, word, in->last);
    if (word == in->last || !may_go_on(in, word)) return;
    const phrase_edge *edge = edge_of(node, in->tokens->items[word].hash);
    if (edge == NULL) return;
    node = edge->node;
    accept = edge->accept;
  }
}

/* The beginnings of a word that the tables do not know: only without proclitics can a phrase begin with it. */
static const phrase_begin *cut_beginnings(phrase_begin room[ISNAD_MOST_CUTS], isnad_slice form) {
  phrase_cut cuts[ISNAD_MOST_CUTS];
  size_t count = cuts_of_phrases(cuts, form), found = 0;
  for (size_t i = 0; i < count; i++) {
    const word_entry *rest = word_of(cuts[i].hash);
    if (rest == NULL || rest->begins == PHRASE_NOWHERE || phrase_begins[rest->begins].cut > 0) continue;
    room[found] = phrase_begins[rest->begins];
    room[found++].cut = cuts[i].bytes;
  }
  if (found == 0) return NULL;
  for (size_t i = 0; i < found; i++) room[i].last = i + 1 == found;
  return room;
}

/* How the word at `at` may begin a phrase, up to the one marked as the last; NULL when it cannot. */
static const phrase_begin *beginnings_at(phrase_begin room[ISNAD_MOST_CUTS], const phrase_stretch *in, size_t at, unsigned flags) {
  const isnad_token *token = &in->tokens->items[at];
  const word_entry *word = in->words != NULL ? in->words[at - in->first] : word_of(token->hash);
  if (word != NULL) return word->begins == PHRASE_NOWHERE ? NULL : &phrase_begins[word->begins];
  bool may_cut = (flags & ISNAD_PHRASE_CUT) != 0 && (token->flags & ISNAD_TOKEN_ARABIC) != 0;
  return may_cut ? cut_beginnings(room, isnad_token_form(in->tokens, at)) : NULL;
}

static bool comes_before(const isnad_phrase *a, const isnad_phrase *b) {
  if (a->count != b->count) return a->count > b->count;
  if (a->table != b->table) return a->table < b->table;
  return a->row < b->row;
}

static void insert(isnad_phrase *hits, size_t *count, size_t room, const isnad_phrase *hit) {
  size_t at = *count;
  if (at == room) {
    if (room == 0 || !comes_before(hit, &hits[room - 1])) return;
    at = room - 1;
  } else {
    (*count)++;
  }
  for (; at > 0 && comes_before(hit, &hits[at - 1]); at--) hits[at] = hits[at - 1];
  hits[at] = *hit;
}

/* Where li swallowed the article the two lams cannot be parted: the span takes both. */
static size_t span_cut(isnad_slice form, size_t cut) {
  size_t both = 2 * LETTER_BYTES;
  bool swallowed = cut >= both && letter_is(form, cut - both, LETTER_LAM) && letter_is(form, cut - LETTER_BYTES, LETTER_LAM);
  return swallowed ? cut - both : cut;
}

/* The phrase of an end, but for its row. */
static isnad_phrase phrase_of(const phrase_end *end, const isnad_tokens *tokens, size_t at) {
  isnad_span span = {tokens->items[at].span.begin, tokens->items[at + end->count - 1].span.end};
  if (end->cut > 0) span.begin = isnad_token_source(tokens, at, span_cut(isnad_token_form(tokens, at), end->cut));
  return (isnad_phrase){.first = (uint32_t)at, .count = end->count, .span = span, .cut = end->cut};
}

static size_t give(isnad_phrase *hits, size_t room, const phrase_ends *ends, const isnad_tokens *tokens, size_t at, uint32_t wanted) {
  size_t count = 0;
  for (size_t i = 0; i < ends->count && wanted != 0; i++) {
    isnad_phrase hit = phrase_of(&ends->items[i], tokens, at);
    uint32_t given = 0;
    const phrase_accept *row = &phrase_accepts[ends->items[i].accept];
    for (bool last = false; !last; last = row->last != 0, row++) {
      uint32_t bit = 1u << row->table;
      if ((wanted & bit) == 0) continue;
      given |= bit;
      hit.table = row->table;
      hit.cell = row->cell;
      hit.row = row->row;
      insert(hits, &count, room, &hit);
    }
    wanted &= ~given;
  }
  return count;
}

size_t phrases_in(isnad_phrase *hits, size_t room, const phrase_stretch *in, size_t at, uint32_t tables, unsigned flags) {
  phrase_begin room_for_cuts[ISNAD_MOST_CUTS];
  uint8_t kind = in->tokens->items[at].kind;
  if (kind != ISNAD_TOKEN_WORD && kind != ISNAD_TOKEN_NUMBER) return 0;
  const phrase_begin *from = beginnings_at(room_for_cuts, in, at, flags);
  if (from == NULL) return 0;
  phrase_ends ends;
  ends.count = 0;
  for (bool last = false; !last; last = from->last != 0, from++)
    if ((from->tables & tables) != 0 && (from->cut == 0 || (flags & ISNAD_PHRASE_CUT) != 0)) walk(&ends, in, at, from);
  return give(hits, room, &ends, in->tokens, at, tables);
}

size_t isnad_phrases_at(isnad_phrase *hits, size_t room, const isnad_tokens *tokens, size_t at, uint32_t tables, unsigned flags) {
  phrase_stretch in = {.tokens = tokens, .first = 0, .last = tokens->count};
  return phrases_in(hits, room, &in, at, tables, flags);
}

const char *isnad_table_file(isnad_table table) { return table_files[table]; }

uint32_t isnad_table_line(isnad_table table, uint32_t row) { return table_lines[table][row]; }
