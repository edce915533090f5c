using EvalHarness.Checkpoints;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Checkpoints;

/// <summary>Each way to tamper with a registry, and who finds it.</summary>
internal sealed class RegistryVerificationTests
{
    private SomeRegistry some = null!;
    private RegistryWitness verdict = null!;

    [SetUp]
    public void Set_up()
    {
        some = new SomeRegistry();
        some.Register("1", "2", "3");
        some.Move("1");
        some.Move("2");
        verdict = new RegistryWitness("run-2/gate.json", some.State().Head, some.State().Count);
        some.Move("3", EntryKind.Override);
    }

    [TearDown]
    public void Tear_down() => some.Dispose();

    [Test]
    public void A_registry_that_nobody_touched_is_whole()
    {
        var found = Verify(verdict);

        Assert.That(found.Problems, Is.Empty);
        Assert.That((found.Count, found.Head), Is.EqualTo((6, some.Read().Head)));
    }

    // The chain alone finds these.
    [TestCase("edit a value", "entry 4 was edited")]
    [TestCase("edit the last line", "entry 6 was edited")]
    [TestCase("edit a line and its hash", "entry 5 does not follow")]
    [TestCase("delete the first line", "entry 2 does not follow")]
    [TestCase("delete a line", "entry 5 does not follow")]
    [TestCase("swap two lines", "entry 5 does not follow")]
    [TestCase("double a line", "entry 6 does not follow")]
    [TestCase("append a copy of an earlier line", "entry 4 does not follow")]
    [TestCase("append a forged line without a hash", "'hash' is missing")]
    [TestCase("append a forged line with a wrong hash", "entry 7 was edited")]
    [TestCase("append words", "not JSON")]
    [TestCase("insert a blank line", "not JSON")]
    [TestCase("cut in the middle of a line", "ends with half a line")]
    [TestCase("add a key", "unknown key 'approved'")]
    public void Tampering_is_found_by_the_chain(string how, string found)
    {
        Tamper(how);

        Assert.That(Verify().Problems.Select(p => p.ToString()), Has.Some.Contains(found));
    }

    // These keep the chain whole; a verdict remembers how far it went.
    [TestCase("cut whole lines", "it has 4 entries, and had 5 when run-2/gate.json was written")]
    [TestCase("delete the file", "it has 0 entries, and had 5")]
    [TestCase("replace the whole file", "its entry 5 has the hash")]
    [TestCase("edit a line and chain all that follow anew", "its entry 5 has the hash")]
    public void Tampering_that_keeps_the_chain_whole_is_found_by_a_verdict(string how, string found)
    {
        Tamper(how);

        Assert.That(Verify().Problems, Is.Empty, "the chain alone cannot know");
        Assert.That(Verify(verdict).Problems.Select(p => p.ToString()), Has.Some.Contains(found));
    }

    [Test]
    public void What_was_added_after_the_last_verdict_has_no_witness_but_the_chain()
    {
        Rewrite(_ => { }, keep: 5);

        Assert.That(Verify(verdict).Problems, Is.Empty);
        Assert.That(Verify(new RegistryWitness("--head", new string('b', 64), 6)).Problems, Has.Count.EqualTo(1));
    }

    // The right hash is not enough: entries must say what evalharness would have written.
    [TestCase("a promotion without a verdict", "a promotion without a verdict for it")]
    [TestCase("an override without a reason", "an override without a reason")]
    [TestCase("an alias that was elsewhere", "production did not name helpdesk@1 then")]
    [TestCase("a checkpoint that was never registered", "helpdesk@9 was never registered")]
    [TestCase("a rollback to what never was", "a rollback to what never was")]
    [TestCase("a checkpoint registered twice", "helpdesk@1 is registered a second time")]
    [TestCase("a confirmation of nothing", "it confirms a move that is not there")]
    public void A_forged_entry_in_a_whole_chain_is_found_where_it_makes_no_sense(string forged, string found)
    {
        AliasMove move = new() { Alias = "production", From = "helpdesk@3", To = "helpdesk@1", Reason = "r" };
        Append(forged switch
        {
            "a promotion without a verdict" => new() { Kind = EntryKind.Promote, Move = move },
            "an override without a reason" => new() { Kind = EntryKind.Override, Move = move with { Reason = " " } },
            "an alias that was elsewhere" => new() { Kind = EntryKind.Override, Move = move with { From = "helpdesk@1" } },
            "a checkpoint that was never registered" => new() { Kind = EntryKind.Override, Move = move with { To = "helpdesk@9" } },
            "a rollback to what never was" => new() { Kind = EntryKind.Rollback, Move = move with { Restores = 5 } },
            "a checkpoint registered twice" => new() { Kind = EntryKind.Register, Checkpoint = SomeRegistry.Checkpoint("1") },
            _ => new() { Kind = EntryKind.Confirmation, Confirmation = new Confirmation(2, "production", "helpdesk@1", true, null, null, "w") },
        });

        Assert.That(Verify().Problems.Select(p => p.ToString()), Has.Some.Contains(found));
    }

    [Test]
    public void A_registry_that_was_tampered_with_is_not_read()
    {
        Tamper("edit a value");

        Assert.That(() => some.Read(), Throws.TypeOf<InputException>().With.Message.Contains("registry.jsonl:4:1").And.Message.Contains("Put back the file"));
        Assert.That(() => some.Open(), Throws.TypeOf<InputException>());
    }

    private RegistryVerification Verify(params RegistryWitness[] witnesses) => RegistryVerification.Of(some.File, witnesses);

    private void Tamper(string how)
    {
        List<string> lines = [.. File.ReadAllLines(some.File)];
        switch (how)
        {
            case "edit a value": lines[3] = lines[3].Replace("run-1", "run-9", StringComparison.Ordinal); break;
            case "edit the last line": lines[5] = lines[5].Replace("because", "approved", StringComparison.Ordinal); break;
            case "edit a line and its hash": lines[3] = Sealed(some.Read().Entries[3] with { By = "eve" }); break;
            case "delete the first line": lines.RemoveAt(0); break;
            case "delete a line": lines.RemoveAt(3); break;
            case "swap two lines": (lines[3], lines[4]) = (lines[4], lines[3]); break;
            case "double a line": lines.Add(lines[5]); break;
            case "append a copy of an earlier line": lines.Add(lines[3]); break;
            case "append a forged line without a hash": lines.Add(lines[5][..lines[5].LastIndexOf(",\"hash\"", StringComparison.Ordinal)] + "}"); break;
            case "append a forged line with a wrong hash": lines.Add(lines[5].Replace("\"sequence\":6", "\"sequence\":7", StringComparison.Ordinal)); break;
            case "append words": lines.Add("and so on"); break;
            case "insert a blank line": lines.Insert(2, ""); break;
            case "add a key": lines[3] = lines[3].Replace("{\"sequence\"", "{\"approved\":true,\"sequence\"", StringComparison.Ordinal); break;
            case "cut whole lines": lines.RemoveRange(4, 2); break;
            case "delete the file": File.Delete(some.File); return;
            case "cut in the middle of a line": File.WriteAllText(some.File, File.ReadAllText(some.File)[..^40]); return;
            case "replace the whole file": Replace(); return;
            default: Rewrite(entries => entries[3] = entries[3] with { By = "eve" }, keep: 6); return;
        }

        File.WriteAllText(some.File, string.Join('\n', lines) + "\n");
    }

    private void Replace()
    {
        File.Delete(some.File);
        some.Time.Advance(TimeSpan.FromHours(1));
        some.Register("1", "2", "3");
        some.Move("1");
        some.Move("3");
        some.Move("2");
    }

    /// <summary>What somebody does who knows how hashes are made.</summary>
    private void Rewrite(Action<List<RegistryEntry>> change, int keep)
    {
        List<RegistryEntry> entries = [.. some.Read().Entries.Take(keep)];
        change(entries);
        var previous = new string('0', 64);
        List<string> lines = [];
        foreach (var entry in entries)
        {
            var (done, line) = EntryLine.Seal(entry with { Previous = previous });
            lines.Add(line);
            previous = done.Hash;
        }

        File.WriteAllText(some.File, string.Join('\n', lines) + "\n");
    }

    private void Append(Draft draft)
    {
        var read = some.Read();
        File.AppendAllText(some.File, Sealed(new RegistryEntry
        {
            Sequence = read.Entries.Count + 1,
            Previous = read.Head,
            At = SomeRegistry.Start,
            By = "eve",
            Command = "",
            Kind = draft.Kind,
            Move = draft.Move,
            Checkpoint = draft.Checkpoint,
            Confirmation = draft.Confirmation,
        }) + "\n");
    }

    private static string Sealed(RegistryEntry entry) => EntryLine.Seal(entry).Line;

    private sealed record Draft
    {
        public EntryKind Kind { get; init; }

        public AliasMove? Move { get; init; }

        public CheckpointRecord? Checkpoint { get; init; }

        public Confirmation? Confirmation { get; init; }
    }
}
