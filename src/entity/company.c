/* What the articles of a cell tell of its bearer: who else is named in them, which offices and countries stand beside the name. */
#include "entity/weaving.h"

#include "base/hash.h"

#include <string.h>

#include "tables.h"

enum { SAMPLE = 48, MOST_SHARED = 2000 }; /* thousandths: company alone outweighs no contradiction */

static void add_phrase(company *c, uint64_t hash) {
  for (size_t i = 0; i < c->office_count; i++)
    if (c->phrases[i] == hash) return;
  if (c->office_count < MOST_OFFICES) c->phrases[c->office_count++] = hash;
}

static void add_country(company *c, isnad_slice country) {
  if (country.length > 0) c->countries |= UINT64_C(1) << (hash64(country) & 63);
}

static isnad_status add_company(company *out, uint64_t cell, int64_t weight, weaving *w) {
  if (out->with.count >= MOST_COMPANY) return ISNAD_OK;
  uint64_t *place = map_put(&out->with, cell);
  if (place == NULL) return isnad_arena_fail(w->err, w->scratch, "entity");
  *place = (uint64_t)weight;
  return ISNAD_OK;
}

static isnad_status read_weight(int64_t *out, weaving *w, isnad_slice cell) {
  sqlite3_stmt *s = store_statement(w->store, "SELECT weight FROM entity_cell WHERE id = ?1", w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, cell);
  isnad_status status = store_step(w->store, s, w->err);
  *out = status == ISNAD_OK ? sqlite3_column_int64(s, 0) : 0;
  sqlite3_reset(s);
  return status;
}

/* The same cells are met in one article after another. ISNAD_END: there is no such cell. */
static isnad_status weight_of(int64_t *out, weaving *w, isnad_slice cell, uint64_t hash) {
  uint64_t *known = map_put(&w->weights, hash);
  if (known == NULL) return isnad_arena_fail(w->err, w->arena, "entity");
  isnad_status status = *known == 0 ? read_weight(out, w, cell) : ISNAD_OK;
  if (*known == 0 && status == ISNAD_OK) *known = (uint64_t)*out + 1;
  if (status == ISNAD_OK) *out = (int64_t)*known - 1;
  return status;
}

/* All cells of one article, but for the one that is asked about. */
static isnad_status add_article(company *out, weaving *w, isnad_slice cell, isnad_slice packed) {
  isnad_slice other;
  isnad_status status = ISNAD_OK;
  while ((status == ISNAD_OK || status == ISNAD_END) && cells_next(&other, &packed)) {
    int64_t weight = 0;
    if (isnad_slice_equal(other, cell)) continue;
    uint64_t hash = hash64(other);
    status = weight_of(&weight, w, other, hash);
    out->found = out->found || status == ISNAD_OK;
    if (status == ISNAD_OK) status = add_company(out, hash, weight, w);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* A sample of the articles of a cell, chosen by a hash of their names; in each all cells that say something. */
static isnad_status read_company(company *out, weaving *w, isnad_slice cell) {
  static const char sql[] = "SELECT c.cells FROM (SELECT article FROM bearer WHERE cell = ?1 ORDER BY rank, article LIMIT ?2) a"
                            " CROSS JOIN company c ON c.article = a.article";
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, cell);
  sqlite3_bind_int64(s, 2, SAMPLE);
  isnad_status status;
  while ((status = store_step(w->store, s, w->err)) == ISNAD_OK) {
    status = add_article(out, w, cell, store_column(s, 0));
    if (status != ISNAD_OK) break;
  }
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status read_offices(company *out, weaving *w, isnad_slice cell) {
  static const char sql[] = "SELECT phrase, office FROM entity_office WHERE cell = ?1 ORDER BY phrase LIMIT 64";
  enum { LONG_TITLE = 24 };
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, cell);
  isnad_status status;
  while ((status = store_step(w->store, s, w->err)) == ISNAD_OK) {
    isnad_slice phrase = store_column(s, 0), office = store_column_copy(w->scratch, s, 1), told, country;
    if (office.length > 0) add_phrase(out, hash64(office));
    if (phrase.length >= LONG_TITLE && memchr(phrase.bytes, ' ', phrase.length) != NULL) add_phrase(out, hash64(phrase));
    (void)office_of_words(&told, &country, w->scratch, phrase, w->err);
    add_country(out, country);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static void read_row(company *out, uint32_t row) {
  const isnad_people_row *person = &isnad_people_rows[row - 1];
  if (person->country != NULL) add_country(out, isnad_slice_of(person->country));
  for (size_t i = 0; i < isnad_office_holders_count; i++)
    if (strcmp(isnad_office_holders_rows[i].person, person->id) == 0) add_phrase(out, hash64(isnad_slice_of(isnad_office_holders_rows[i].office)));
}

isnad_status company_read(company *out, weaving *w, isnad_slice cell, uint32_t person_row) {
  *out = (company){.office_count = 0};
  if (!map_new(&out->with, w->scratch, 64)) return isnad_arena_fail(w->err, w->scratch, "entity");
  if (person_row > 0) read_row(out, person_row);
  isnad_status status = read_company(out, w, cell);
  return status == ISNAD_OK ? read_offices(out, w, cell) : status;
}

double company_shared(const company *a, uint64_t a_cell, const company *b, uint64_t b_cell) {
  const double office = 1.6, country = 0.4, strangers = 1.5;
  if (map_get(&a->with, b_cell) != NULL || map_get(&b->with, a_cell) != NULL) return -1;
  uint64_t thousandths = 0;
  for (size_t i = 0; i < a->with.room; i++) {
    const uint64_t *other = a->with.used[i] ? map_get(&b->with, a->with.entries[i].key) : NULL;
    if (other != NULL) thousandths += *other;
  }
  double sum = (double)(thousandths < MOST_SHARED ? thousandths : MOST_SHARED) / 1000;
  for (size_t i = 0; i < a->office_count; i++)
    for (size_t j = 0; j < b->office_count; j++)
      if (a->phrases[i] == b->phrases[j]) sum += office;
  if ((a->countries & b->countries) != 0) sum += country;
  if (a->countries != 0 && b->countries != 0 && (a->countries & b->countries) == 0) sum -= strangers;
  return sum < 0 ? 0 : sum;
}

isnad_status company_join(company *into, const company *from) {
  for (size_t i = 0; i < from->with.room; i++) {
    if (!from->with.used[i] || into->with.count >= MOST_COMPANY) continue;
    uint64_t *place = map_put(&into->with, from->with.entries[i].key);
    if (place == NULL) return ISNAD_NO_MEMORY;
    *place = from->with.entries[i].value;
  }
  for (size_t i = 0; i < from->office_count; i++) add_phrase(into, from->phrases[i]);
  into->countries |= from->countries;
  into->found = into->found || from->found;
  return ISNAD_OK;
}
