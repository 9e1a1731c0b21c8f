/* tests/cases/targets.tsv and private.tsv: what is asked for, and where nothing is sent. */
#include "../case_table.h"

#include "fetch/target.h"
#include "isnad/fetch.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

static const char *tests_folder;

static void targets_are_read(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "targets.tsv", 3);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    const test_case *c = &t.cases[i];
    fetch_target target = {0}, again = {0};
    isnad_err err = {0};
    isnad_status status = fetch_target_read(&target, arena, c->cells[0], &err);
    isnad_slice answer = status == ISNAD_OK ? target.url : isnad_arena_printf(arena, "!%s", err.message);
    wrong += case_differs("targets.tsv", c, "target", answer, c->cells[1]);
    if (status != ISNAD_OK) continue;
    wrong += fetch_target_read(&again, arena, target.url, &err) != ISNAD_OK;
    wrong += case_differs("targets.tsv", c, "target of the target", again.url, target.url);
    isnad_slice parts =
        isnad_arena_printf(arena, "%.*s%.*s", (int)target.origin.length, target.origin.bytes, (int)target.path.length, target.path.bytes);
    wrong += case_differs("targets.tsv", c, "origin and path", parts, target.url);
  }
  print_message("%zu rows of targets.tsv\n", t.count);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

/* The socket address of a host that is written as one; false for names. */
static bool address_of(struct sockaddr_storage *out, isnad_slice host) {
  char text[80];
  struct sockaddr_in in = {.sin_family = AF_INET};
  struct sockaddr_in6 in6 = {.sin6_family = AF_INET6};
  size_t cut = host.bytes[0] == '[';
  snprintf(text, sizeof text, "%.*s", (int)(host.length - 2 * cut), host.bytes + cut);
  memset(out, 0, sizeof *out);
  if (inet_pton(AF_INET6, text, &in6.sin6_addr) == 1) {
    memcpy(out, &in6, sizeof in6);
    return true;
  }
  if (inet_pton(AF_INET, text, &in.sin_addr) != 1) return false;
  memcpy(out, &in, sizeof in);
  return true;
}

static void private_addresses_are_told(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "private.tsv", 3);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    const test_case *c = &t.cases[i];
    struct sockaddr_storage address;
    wrong += case_differs("private.tsv", c, "host", fetch_host_is_private(c->cells[0]) ? S("no") : S("yes"), c->cells[1]);
    if (!address_of(&address, c->cells[0])) continue;
    bool is_public = fetch_address_is_public((const struct sockaddr *)&address);
    wrong += case_differs("private.tsv", c, "address", is_public ? S("yes") : S("no"), c->cells[1]);
  }
  struct sockaddr other = {.sa_family = AF_UNIX};
  assert_false(fetch_address_is_public(&other));
  print_message("%zu rows of private.tsv\n", t.count);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

static void some_hosts_go_direct(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "no_proxy.tsv", 4);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    const test_case *c = &t.cases[i];
    isnad_slice list = isnad_slice_equal(c->cells[0], S("-")) ? (isnad_slice){"", 0} : c->cells[0];
    isnad_slice text = isnad_arena_printf(arena, "%.*s", (int)list.length, list.bytes);
    wrong += case_differs("no_proxy.tsv", c, "way", fetch_goes_direct(text.bytes, c->cells[1]) ? S("yes") : S("no"), c->cells[2]);
  }
  assert_false(fetch_goes_direct(NULL, S("example.com")));
  print_message("%zu rows of no_proxy.tsv\n", t.count);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

static void hosts_have_bounds(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  char name[2000];
  memset(name, 'a', sizeof name);
  assert_int_equal(fetch_host_ascii(arena, (isnad_slice){name, 63}).length, 63);
  assert_int_equal(fetch_host_ascii(arena, (isnad_slice){name, 64}).length, 0);
  for (size_t i = 50; i < sizeof name; i += 51) name[i] = '.';
  assert_int_equal(fetch_host_ascii(arena, (isnad_slice){name, 253}).length, 253);
  assert_int_equal(fetch_host_ascii(arena, (isnad_slice){name, 254}).length, 0);
  assert_int_equal(fetch_host_ascii(arena, (isnad_slice){name, 2000}).length, 0);
  assert_int_equal(fetch_host_ascii(arena, (isnad_slice){"\xD8", 1}).length, 0);
  assert_slice(isnad_fetch_host(S("https://example.com:8443/a")), S("example.com"));
  assert_slice(isnad_fetch_host(S("http://[::1]:80/")), S("[::1]"));
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(targets_are_read), cmocka_unit_test(private_addresses_are_told),
                                     cmocka_unit_test(some_hosts_go_direct), cmocka_unit_test(hosts_have_bounds)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
