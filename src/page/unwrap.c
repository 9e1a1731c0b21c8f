/* Text that a printer broke into lines of one width: a line goes on in the next one until a sentence ends. Its lines become one block. */
#include "page/blocks.h"

#include "page/chars.h"

enum {
  LINE_WORDS = 4, /* of a broken line, at least */
  LEAST_OPEN = 4, /* broken lines that make a broken text */
  LEAST_ENDS = 2, /* sentences that end in it */
  TITLE_WORDS = 3,
  NARROW = 72, /* of the widest line, in percent */
  WIDE = 112,
  AGAIN = 8 /* a longer run that failed is not tried again from within */
};

typedef struct lines {
  const isnad_tokens *t;
  const isnad_block *b;
  size_t count;
} lines;

typedef struct run {
  size_t first, last;
  uint32_t low, high; /* widths of its broken lines */
  size_t open, ends;
} run;

static uint32_t width(const isnad_block *b) { return b->span.end - b->span.begin; }

static uint32_t words(const lines *l, size_t at) {
  uint32_t count = 0;
  for (uint32_t i = l->b[at].first_token; i < l->b[at].last_token; i++) count += l->t->items[i].kind == ISNAD_TOKEN_WORD;
  return count;
}

/* Does the line end a sentence? Closing marks are looked through. */
static bool ends(const lines *l, size_t at) {
  uint32_t i = l->b[at].last_token;
  size_t ignored = 0;
  while (i > l->b[at].first_token && l->t->items[i - 1].kind == ISNAD_TOKEN_QUOTE) i--;
  if (i == l->b[at].first_token || isnad_token_is_word(l->t, i - 1)) return false;
  uint32_t c = char_at(l->t->text, l->t->items[i - 1].span.begin, &ignored);
  return c == '.' || c == '!' || c == '?' || c == CHAR_ARABIC_QUESTION || c == CHAR_ARABIC_STOP;
}

/* A blank line may stand between paragraphs, and between all lines alike. */
static bool adjoins(const lines *l, const run *r, size_t at, bool behind_end) {
  uint8_t usual = r->first + 1 < l->count ? l->b[r->first + 1].blank_before : 0;
  return at == r->first || l->b[at].blank_before == usual || (behind_end && l->b[at].blank_before > usual);
}

static bool takes(run *r, const lines *l, size_t at) {
  uint32_t wide = width(&l->b[at]);
  if (l->b[at].bullet != 0 || l->b[at].last_token == l->b[at].first_token) return false;
  if (ends(l, at)) {
    r->ends++;
    return (uint64_t)wide * 100 <= (uint64_t)r->high * WIDE;
  }
  uint32_t low = wide < r->low ? wide : r->low, high = wide > r->high ? wide : r->high;
  if ((uint64_t)low * 100 < (uint64_t)high * NARROW || words(l, at) < LINE_WORDS) return false;
  r->low = low;
  r->high = high;
  r->open++;
  return true;
}

/* The longest run of broken lines from `at` on that ends in a sentence; empty when it is none. `stop`: where the reading ended. */
static run run_at(const lines *l, size_t at, size_t *stop) {
  run r = {.first = at, .last = at, .low = width(&l->b[at]), .high = width(&l->b[at])}, whole = r;
  bool behind_end = false;
  size_t i = at;
  *stop = at + 1;
  if (ends(l, at)) return r;
  for (; i < l->count && adjoins(l, &r, i, behind_end) && takes(&r, l, i); i++) {
    behind_end = ends(l, i);
    if (!behind_end) continue;
    whole = r;
    whole.last = i + 1;
  }
  *stop = i > at + AGAIN ? i : at + 1;
  bool broken = whole.open >= LEAST_OPEN && whole.ends >= LEAST_ENDS && whole.open >= whole.ends;
  return broken ? whole : (run){.first = at, .last = at};
}

/* A headline stands over the text; where no line does, the first of the run is it. */
static size_t behind_title(const lines *l, const run *r) {
  for (size_t i = 0; i < r->first; i++) {
    bool number = false;
    for (uint32_t k = l->b[i].first_token; k < l->b[i].last_token; k++) number |= l->t->items[k].kind == ISNAD_TOKEN_NUMBER;
    if (!number && words(l, i) >= TITLE_WORDS) return r->first;
  }
  return r->first + 1;
}

/* Marks in `joined` the lines that go on from the line before. */
static size_t join(const lines *l, uint8_t *joined) {
  size_t count = 0, stop = 0;
  for (size_t at = 0; at < l->count;) {
    run r = run_at(l, at, &stop);
    size_t first = r.last == r.first ? r.first : count == 0 ? behind_title(l, &r) : r.first;
    for (size_t i = first + 1; i < r.last; i++) count += joined[i] = !ends(l, i - 1);
    at = r.last > r.first ? r.last : stop;
  }
  return count;
}

/* Reads the tokens once more, the breaks before joined lines left out. */
static isnad_status read_again(isnad_page *page, isnad_arena *arena, const uint8_t *joined, size_t count, isnad_err *err) {
  isnad_span *spans = isnad_arena_array(arena, count + 1, sizeof *spans);
  size_t used = 0;
  uint32_t begin = 0;
  if (spans == NULL) return isnad_arena_fail(err, arena, "page");
  for (size_t i = 1; i < page->block_count; i++) {
    if (!joined[i]) continue;
    spans[used++] = (isnad_span){begin, page->blocks[i - 1].span.end};
    begin = page->blocks[i].span.begin;
  }
  spans[used++] = (isnad_span){begin, (uint32_t)page->text.length};
  isnad_status status = isnad_arabic_tokens_in(&page->tokens, arena, page->text, spans, used, err);
  return status == ISNAD_OK ? page_blocks(page, arena, err) : status;
}

isnad_status page_unwrap(isnad_page *page, isnad_arena *arena, isnad_err *err) {
  lines l = {&page->tokens, page->blocks, page->block_count};
  uint8_t *joined = isnad_arena_alloc(arena, l.count + 1);
  if (joined == NULL) return isnad_arena_fail(err, arena, "page");
  for (size_t i = 0; i < l.count; i++) joined[i] = 0;
  size_t count = join(&l, joined);
  return count == 0 ? ISNAD_OK : read_again(page, arena, joined, count, err);
}
