/* Rows of the tables by their keys: the generator emits the order of each key column. */
#include "note/names/name_rows.h"

typedef const char *(*key_of)(uint32_t row);

static const char *holder_person(uint32_t row) { return isnad_office_holders_rows[row].person; }
static const char *holder_office(uint32_t row) { return isnad_office_holders_rows[row].office; }
static const char *person_id(uint32_t row) { return isnad_people_rows[row].id; }
static const char *body_id(uint32_t row) { return isnad_organizations_rows[row].id; }

/* The place of the first row in the order whose key is not before `key`. */
static size_t first_of(const uint32_t *order, size_t count, key_of key_at, isnad_slice key) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (isnad_slice_compare(isnad_slice_of(key_at(order[middle])), key) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool is_at(const uint32_t *order, size_t count, size_t at, key_of key_at, isnad_slice key) {
  return at < count && isnad_slice_equal(isnad_slice_of(key_at(order[at])), key);
}

static holder_rows holders(const uint32_t *order, key_of key_at, isnad_slice key) {
  size_t first = first_of(order, isnad_office_holders_count, key_at, key), last = first;
  while (is_at(order, isnad_office_holders_count, last, key_at, key)) last++;
  return (holder_rows){order + first, last - first};
}

holder_rows name_offices_of(isnad_slice person) { return holders(isnad_office_holders_by_person, holder_person, person); }

holder_rows name_holders_of(isnad_slice office) { return holders(isnad_office_holders_by_office, holder_office, office); }

const isnad_people_row *name_person_row(isnad_slice id) {
  size_t at = first_of(isnad_people_by_id, isnad_people_count, person_id, id);
  return is_at(isnad_people_by_id, isnad_people_count, at, person_id, id) ? &isnad_people_rows[isnad_people_by_id[at]] : NULL;
}

const isnad_organizations_row *name_body_row(isnad_slice id) {
  size_t at = first_of(isnad_organizations_by_id, isnad_organizations_count, body_id, id);
  bool found = is_at(isnad_organizations_by_id, isnad_organizations_count, at, body_id, id);
  return found ? &isnad_organizations_rows[isnad_organizations_by_id[at]] : NULL;
}
