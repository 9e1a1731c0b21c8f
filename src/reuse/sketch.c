#include "reuse/sketch.h"

#include "reuse/align.h"
#include "reuse/judge.h"

#include <string.h>

/* TIGHT: of a short copy at least four fifths agree, so that of 17 words at the most 3 do not. VISITS: what one word may cost in looking around. */
enum { MOST_RUNS = 48, MOST_LINKS = 192, TIGHT = 3, VISITS = 8, GRAM_BITS = 21, WORD_BITS = 7, SLOT_BITS = 12 };

/* Words [i, i + length) of the indexed text, and [j, j + length) of the other, look equal. */
typedef struct alike_run {
  uint32_t i, j, length;
} alike_run;

/* Run `to` may follow run `from` in a passage. */
typedef struct run_link {
  uint8_t from, to;
  uint32_t common; /* words of the gap that may agree */
  bool tight;
} run_link;

typedef struct matching {
  const sketch_index *index;
  reuse_sketch a, b;
  alike_run runs[MOST_RUNS];
  run_link links[MOST_LINKS];
  size_t run_count, link_count;
  bool enough; /* a copy, or more than can be looked into */
} matching;

static uint32_t slot_of(uint32_t gram) { return (gram * UINT32_C(0x9E3779B1)) >> (32 - SLOT_BITS); }

static uint32_t add_word(uint32_t gram, uint8_t word) { return (gram << WORD_BITS | (word & SKETCH_WORD)) & ((UINT32_C(1) << GRAM_BITS) - 1); }

void sketch_index_fill(sketch_index *out, reuse_sketch of) {
  out->of = of;
  if (of.count > SKETCH_LONGEST || of.count < ALIGN_SEED) return;
  memset(out->heads, 0, sizeof out->heads);
  uint32_t gram = 0;
  for (uint32_t i = 0; i < of.count; i++) {
    gram = add_word(gram, of.words[i]);
    if (i + 1 < ALIGN_SEED) continue;
    uint32_t at = i + 1 - ALIGN_SEED, slot = slot_of(gram);
    out->grams[at] = gram;
    out->next[at] = out->heads[slot];
    out->heads[slot] = (uint16_t)(at + 1);
  }
}

/* --- runs --- */

static bool look_equal(const matching *m, uint32_t i, uint32_t j) { return ((m->a.words[i] ^ m->b.words[j]) & SKETCH_WORD) == 0; }

static void add_run(matching *m, uint32_t i, uint32_t j) {
  uint32_t length = ALIGN_SEED;
  if (i > 0 && j > 0 && look_equal(m, i - 1, j - 1)) return; /* it was found where it begins */
  while (i + length < m->a.count && j + length < m->b.count && look_equal(m, i + length, j + length)) length++;
  m->enough = length >= REUSE_COPY || m->run_count == MOST_RUNS;
  if (!m->enough) m->runs[m->run_count++] = (alike_run){i, j, length};
}

static void find_runs(matching *m) {
  uint32_t gram = 0, visits = 0;
  for (uint32_t end = 0; end < m->b.count && !m->enough; end++) {
    gram = add_word(gram, m->b.words[end]);
    if (end + 1 < ALIGN_SEED) continue;
    for (uint32_t at = m->index->heads[slot_of(gram)]; at != 0 && !m->enough; at = m->index->next[at - 1], visits++)
      if (m->index->grams[at - 1] == gram) add_run(m, at - 1, end + 1 - ALIGN_SEED);
    m->enough = m->enough || visits > VISITS * m->b.count;
  }
}

/* --- which may follow which --- */

static uint32_t left_out(uint32_t end, uint32_t begin) { return begin > end ? begin - end : 0; }

static uint32_t common_words(const matching *m, uint32_t i, uint32_t a_gap, uint32_t j, uint32_t b_gap) {
  uint8_t a[ALIGN_GAP], b[ALIGN_GAP];
  for (uint32_t n = 0; n < a_gap; n++) a[n] = m->a.words[i + n] & SKETCH_WORD;
  for (uint32_t n = 0; n < b_gap; n++) b[n] = m->b.words[j + n] & SKETCH_WORD;
  uint64_t row = ~(uint64_t)0; /* longest common subsequence, as in align.c */
  for (uint32_t x = 0; x < a_gap; x++) {
    uint64_t same = 0;
    for (uint32_t y = 0; y < b_gap; y++) same |= (uint64_t)(a[x] == b[y]) << y;
    uint64_t hit = row & same;
    row = (row + hit) | (row - hit);
  }
  uint32_t common = 0;
  for (uint32_t y = 0; y < b_gap; y++) common += (row >> y & 1) == 0;
  return common;
}

/* Equal words lie somewhere in what looks equal: what they leave between them is at least the gap between the runs, and the later ends behind the
 * earlier on either side. */
static bool link_runs(run_link *out, const matching *m, size_t from, size_t to) {
  const alike_run *e = &m->runs[from], *l = &m->runs[to];
  if (l->i + l->length <= e->i + ALIGN_SEED || l->j + l->length <= e->j + ALIGN_SEED) return false;
  uint32_t i = e->i + e->length, j = e->j + e->length, a_gap = left_out(i, l->i), b_gap = left_out(j, l->j), gap = a_gap > b_gap ? a_gap : b_gap;
  if (gap > ALIGN_GAP) return false;
  uint32_t common = a_gap > 0 && b_gap > 0 ? common_words(m, i, a_gap, j, b_gap) : 0;
  *out = (run_link){(uint8_t)from, (uint8_t)to, common, gap - common <= TIGHT};
  return true;
}

static void link_all(matching *m) {
  for (size_t from = 0; from < m->run_count; from++)
    for (size_t to = 0; to < m->run_count; to++) {
      if (from == to) continue;
      m->enough = m->link_count == MOST_LINKS;
      if (m->enough) return;
      m->link_count += link_runs(&m->links[m->link_count], m, from, to);
    }
}

/* --- what a chain of runs may come to --- */

/* What a run adds to a chain, 0: it is in none; whether a chain may begin with it; the most that a chain has which ends with it. */
typedef struct chain_part {
  uint32_t words, best;
  bool begins;
} chain_part;

/* True when some chain comes to `needed` words. */
static bool chain_reaches(const matching *m, chain_part *parts, uint32_t needed, bool tight) {
  bool grew = true;
  for (size_t r = 0; r < m->run_count; r++) {
    parts[r].best = parts[r].begins ? parts[r].words : 0;
    if (parts[r].best >= needed) return true;
  }
  while (grew) { /* each round adds at least a word to one of them, and none comes to `needed` */
    grew = false;
    for (size_t k = 0; k < m->link_count; k++) {
      const run_link *l = &m->links[k];
      const chain_part *from = &parts[l->from];
      chain_part *to = &parts[l->to];
      uint32_t sum = from->best + l->common + to->words;
      if (from->best == 0 || to->words == 0 || (tight && !l->tight) || sum <= to->best) continue;
      if (sum >= needed) return true;
      to->best = sum;
      grew = true;
    }
  }
  return false;
}

static bool may_be_copy(const matching *m) {
  chain_part parts[MOST_RUNS] = {{0}};
  for (size_t r = 0; r < m->run_count; r++) parts[r] = (chain_part){.words = m->runs[r].length, .begins = true};
  return chain_reaches(m, parts, REUSE_COPY, false);
}

static uint32_t quoted_words(const uint8_t *words, uint32_t length) {
  uint32_t count = 0;
  for (uint32_t n = 0; n < length; n++) count += (words[n] & SKETCH_QUOTED) != 0;
  return count < ALIGN_SEED ? 0 : count;
}

static bool may_be_quoted(const matching *m, bool in_a) {
  chain_part parts[MOST_RUNS] = {{0}};
  for (size_t r = 0; r < m->run_count; r++) {
    const alike_run *run = &m->runs[r];
    parts[r].words = quoted_words(in_a ? m->a.words + run->i : m->b.words + run->j, run->length);
    parts[r].begins = true;
  }
  return chain_reaches(m, parts, REUSE_SHORT_COPY, true);
}

static bool may_hold_headline(const matching *m) {
  chain_part parts[MOST_RUNS] = {{0}};
  for (size_t r = 0; r < m->run_count; r++) {
    parts[r].words = m->runs[r].length;
    parts[r].begins = (m->runs[r].i == 0 && m->a.headline > 0) || (m->runs[r].j == 0 && m->b.headline > 0);
  }
  return chain_reaches(m, parts, REUSE_SHORT_COPY, true);
}

static bool too_long_or_bare(reuse_sketch s) { return s.count > SKETCH_LONGEST || s.count < ALIGN_SEED || s.headline == s.count; }

bool sketch_may_share(const sketch_index *index, reuse_sketch other) {
  if (too_long_or_bare(index->of) || too_long_or_bare(other)) return true;
  matching m = {.index = index, .a = index->of, .b = other};
  find_runs(&m);
  if (!m.enough) link_all(&m);
  return m.enough || may_be_copy(&m) || may_be_quoted(&m, true) || may_be_quoted(&m, false) || may_hold_headline(&m);
}
