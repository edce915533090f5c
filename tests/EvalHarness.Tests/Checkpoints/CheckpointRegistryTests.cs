using EvalHarness.Checkpoints;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Checkpoints;

internal sealed class CheckpointRegistryTests
{
    private SomeRegistry some = null!;

    [SetUp]
    public void Set_up() => some = new SomeRegistry();

    [TearDown]
    public void Tear_down() => some.Dispose();

    [Test]
    public void An_entry_is_read_as_it_was_written()
    {
        some.Register("1");

        var entry = some.Read().Entries.Single();

        Assert.That(entry, Has.Property("Sequence").EqualTo(1).And.Property("Kind").EqualTo(EntryKind.Register).And.Property("By").EqualTo("ada").And.Property("Command").EqualTo("evalharness checkpoints test").And.Property("At").EqualTo(SomeRegistry.Start));
        Assert.That(entry.Checkpoint!.IsSame(SomeRegistry.Checkpoint("1")), Is.True);
        Assert.That(entry.Previous, Is.EqualTo(new string('0', 64)));
    }

    [Test]
    public void A_file_that_is_not_there_is_an_empty_registry()
    {
        Assert.That(some.Read().Entries, Is.Empty);
        Assert.That(some.Read().Head, Is.EqualTo(new string('0', 64)));
    }

    [Test]
    public void Each_entry_holds_the_hash_of_the_one_before()
    {
        some.Register("1", "2");
        some.Move("1");

        var entries = some.Read().Entries;

        Assert.That(entries.Select(e => e.Previous).Skip(1), Is.EqualTo(entries.Select(e => e.Hash).SkipLast(1)));
        Assert.That(some.Read().Head, Is.EqualTo(entries[^1].Hash));
    }

    [Test]
    public void Half_a_line_at_the_end_is_said_and_the_next_entry_takes_its_place()
    {
        some.Register("1");
        File.AppendAllText(some.File, """{"sequence":2,"previous":""");

        var torn = some.Read();
        some.Register("2");

        Assert.That(torn.Entries, Has.Count.EqualTo(1));
        Assert.That(torn.Warning, Does.Contain("ends with half a line (25 bytes)").And.Contain("killed while it wrote"));
        Assert.That(some.Read().Entries.Select(e => e.Checkpoint!.Version), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(some.Read().Warning, Is.Null);
    }

    [Test]
    public void A_last_entry_whose_line_end_an_editor_cut_off_is_kept()
    {
        some.Register("1", "2");
        File.WriteAllText(some.File, File.ReadAllText(some.File).TrimEnd('\n'));

        Assert.That(some.Read().Entries, Has.Count.EqualTo(2));
        some.Register("3");
        Assert.That(some.Read().Entries, Has.Count.EqualTo(3));
    }

    [Test]
    public void Line_ends_of_Windows_change_no_entry()
    {
        some.Register("1", "2");
        File.WriteAllText(some.File, File.ReadAllText(some.File).Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.That(some.Read().Entries, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_checkpoint_is_found_by_its_name_and_by_its_alias()
    {
        some.Register("1", "2");
        some.Move("2");

        Assert.That(some.Read().Find("helpdesk@1", "x").Version, Is.EqualTo("1"));
        Assert.That(some.Read().Find("production", "x").Version, Is.EqualTo("2"));
        Assert.That(() => some.Read().Find("prodution", "x"), Throws.TypeOf<InputException>().With.Message.Contains("there is no alias 'prodution'").And.Message.Contains("Did you mean 'production'?"));
        Assert.That(() => some.Read().Find("helpdesk@9", "x"), Throws.TypeOf<InputException>().With.Message.Contains("there is no checkpoint 'helpdesk@9'"));
    }

    [Test]
    public void While_one_adds_to_it_another_is_refused_and_anybody_may_read()
    {
        some.Register("1");
        using var first = some.Open("evalharness checkpoints promote helpdesk@1");

        Assert.That(() => some.Open(), Throws.TypeOf<InputException>().With.Message.Contains($"in use by process {Environment.ProcessId}").And.Message.Contains("promote helpdesk@1").And.Message.Contains("Nothing was changed"));
        Assert.That(some.Read().Entries, Has.Count.EqualTo(1));
    }

    [Test]
    public void Many_writers_at_once_leave_a_whole_chain()
    {
        some.Register("0");
        var versions = Enumerable.Range(1, 40).Select(i => $"{i}").ToList();

        Parallel.ForEach(versions, version =>
        {
            while (true)
            {
                try
                {
                    some.Register(version);
                    return;
                }
                catch (InputException exception) when (exception.Message.Contains("in use", StringComparison.Ordinal))
                {
                    Thread.Yield();
                }
            }
        });

        Assert.That(some.Read().Checkpoints.Select(c => c.Version), Is.EquivalentTo(versions.Append("0")));
    }

    [Test]
    public void The_last_good_one_is_the_last_that_a_verdict_let_in()
    {
        some.Register("1", "2", "3", "4");
        some.Move("1");
        some.Move("2");
        some.Move("3", EntryKind.Override);
        some.Move("4");

        var production = some.Read().Aliases["production"];

        Assert.That(production.Checkpoint, Is.EqualTo("helpdesk@4"));
        Assert.That(production.LastGood!.Move!.To, Is.EqualTo("helpdesk@2"));
    }

    [Test]
    public void Where_no_verdict_let_anything_in_an_override_must_do()
    {
        some.Register("1", "2");
        some.Move("1", EntryKind.Override);
        some.Move("2");

        Assert.That(some.Read().Aliases["production"].LastGood!.Move!.To, Is.EqualTo("helpdesk@1"));
    }

    [Test]
    public void What_was_never_confirmed_is_not_good()
    {
        some.Register("1", "2", "3");
        some.Move("1");
        some.Move("2", awaits: true);
        some.Move("3");

        Assert.That(some.Read().Aliases["production"].LastGood!.Move!.To, Is.EqualTo("helpdesk@1"));
    }

    [Test]
    public void A_second_rollback_goes_further_back_and_never_to_what_was_rolled_back()
    {
        some.Register("1", "2", "3", "4");
        some.Move("1");
        some.Move("2");
        some.Move("3");
        some.Move("2", EntryKind.Rollback);
        var once = some.Read().Aliases["production"];
        some.Move("1", EntryKind.Rollback);
        var twice = some.Read().Aliases["production"];
        some.Move("4");

        Assert.That((once.Checkpoint, once.LastGood!.Move!.To), Is.EqualTo(("helpdesk@2", "helpdesk@1")));
        Assert.That((twice.Checkpoint, twice.LastGood), Is.EqualTo(("helpdesk@1", (RegistryEntry?)null)));
        Assert.That(some.Read().Aliases["production"].LastGood!.Move!.To, Is.EqualTo("helpdesk@1"));
    }

    [Test]
    public void A_move_that_awaits_a_word_is_not_confirmed_until_it_comes()
    {
        some.Register("1");
        var moved = some.Move("1", awaits: true);
        var before = some.Read().Aliases["production"].NotConfirmed;
        using (var writer = some.Open())
            writer.Add(new Confirmation(moved.Sequence, "production", "helpdesk@1", true, null, ["x"], "served"));

        Assert.That(before, Does.Contain("ended before its hook did"));
        Assert.That(some.Read().Aliases["production"].NotConfirmed, Is.Null);
    }

    [Test]
    public void A_registry_that_cannot_be_written_says_so()
    {
        some.Folder.Write("checkpoints", "a file where a folder should be");

        Assert.That(() => some.Open(), Throws.TypeOf<InputException>().With.Message.Contains("cannot be written"));
    }
}
