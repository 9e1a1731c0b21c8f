/* "Amman - al-Rai - So-and-so", "X / Aden / special:", "So-and-so (Jeddah)", "X | 3 June | So-and-so", "X - Tuesday - issue 18044": marks part the
 * line into pieces, and the tables tell of each what it is. */
#include "page/filed_read.h"

#include "page/chars.h"
#include "page/sign.h"

enum { LONGEST = 48 };

static uint32_t mark_of(const isnad_tokens *t, size_t at) {
  size_t ignored = 0;
  return isnad_token_is_word(t, at) ? 0 : char_at(t->text, t->items[at].span.begin, &ignored);
}

/* A first look before any table: a line of few words, or one that marks part early. */
static bool may_be_filed(const isnad_tokens *t, size_t first, size_t last, bool whole) {
  enum { NEAR = 12, LINE = 30, BARE = 7 };
  if (whole && last > first + LINE) return false;
  for (size_t at = first; at < last && (whole || at < first + NEAR); at++)
    if (filed_parts(t, at) || (whole && t->items[at].kind == ISNAD_TOKEN_NUMBER)) return true;
  return whole && last <= first + BARE;
}

bool page_speaks_of_picture(const isnad_tokens *tokens, size_t first, size_t last) {
  for (size_t at = first; at < last; at++)
    if (isnad_token_is_word(tokens, at) && page_byline_words(tokens, at, last, ISNAD_BYLINES_ROLE_PICTURE) > 0) return true;
  return false;
}

/* Before a text a piece counts when a mark closes it, and a name behind a place or medium only. */
static bool may_open(const filed_reading *r, const filed_piece *piece, size_t end) {
  if (piece->kind == FILED_UNKNOWN || piece->kind == FILED_LABEL) return false;
  if (piece->kind == FILED_NAME && (r->out->count == 0 || mark_of(r->t, end) == '(')) return false;
  bool dated = piece->kind == FILED_PLACE || piece->kind == FILED_DAY;
  return end < r->last && (filed_parts(r->t, end) || dated);
}

static bool may_follow(const filed_reading *r, size_t at) {
  uint32_t c = mark_of(r->t, at);
  return filed_parts(r->t, at) || c == CHAR_ARABIC_COMMA || c == ',' || c == '.';
}

bool page_filed(filed *out, const isnad_tokens *tokens, size_t first, size_t last, bool whole) {
  *out = (filed){.known = true, .end = first};
  if (!may_be_filed(tokens, first, last, whole)) return false;
  filed_reading r = {tokens, first, last < first + LONGEST ? last : first + LONGEST, whole, out};
  for (size_t at = first; at < r.last && out->count < FILED_MOST;) {
    if (!isnad_token_is_word(tokens, at)) {
      out->known &= may_follow(&r, at);
      at++;
      continue;
    }
    size_t tie = at > first && out->count > 0 ? page_byline_words(tokens, at, r.last, ISNAD_BYLINES_ROLE_PLACES) : 0;
    if (tie > 0 && whole && page_place_at(tokens, at + tie, r.last) > at + tie) at += tie;
    filed_piece piece;
    size_t end = filed_read_piece(&r, at, &piece);
    if (!whole && !may_open(&r, &piece, end)) break;
    piece.last = (uint32_t)end;
    out->known &= piece.kind != FILED_UNKNOWN;
    out->pieces[out->count++] = piece;
    at = end;
    while (!whole && at < r.last && !isnad_token_is_word(tokens, at)) at++;
    if (!whole) out->end = at;
  }
  out->known &= out->count < FILED_MOST;
  return out->count > 0;
}

const filed_piece *page_filed_piece(const filed *line, filed_kind kind) {
  for (size_t i = 0; i < line->count; i++)
    if (line->pieces[i].kind == kind) return &line->pieces[i];
  return NULL;
}

static bool is_agency(const filed_piece *p) {
  if (p->kind == FILED_CREDIT) return isnad_credits_rows[p->row].kind == ISNAD_CREDITS_KIND_AGENCY;
  return p->row != UINT32_MAX && isnad_outlets_rows[p->row].kind == ISNAD_OUTLETS_KIND_AGENCY;
}

const filed_piece *page_filed_medium(const filed *line) {
  size_t places = 0;
  for (size_t i = 0; i < line->count; i++) places += line->pieces[i].kind == FILED_PLACE;
  const filed_piece *doubtful = NULL;
  for (size_t i = 0; i < line->count; i++) {
    const filed_piece *p = &line->pieces[i];
    if (p->kind != FILED_MEDIUM || is_agency(p)) continue;
    if (!p->place) return p;
    if (places > 0 && doubtful == NULL) doubtful = p;
  }
  return doubtful;
}

const filed_piece *page_filed_masthead(const filed *line) {
  const filed_piece *medium = NULL;
  size_t beside = 0;
  for (size_t i = 0; i < line->count; i++) {
    const filed_piece *p = &line->pieces[i];
    bool names = p->kind == FILED_MEDIUM || (p->kind == FILED_CREDIT && is_agency(p));
    if (!names && p->kind != FILED_DAY && p->kind != FILED_ISSUE && p->kind != FILED_SITE) return NULL;
    if (names && medium == NULL) medium = p;
    beside += !names;
  }
  return beside > 0 ? medium : NULL;
}
