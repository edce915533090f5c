using EvalHarness.Checkpoints;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Checkpoints;

internal sealed class ArtefactTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Set_up() => folder = new TemporaryFolder();

    [TearDown]
    public void Tear_down() => folder.Dispose();

    [Test]
    public void A_path_below_the_registry_is_kept_relative_so_that_both_can_be_moved()
    {
        folder.Write("here/checkpoints/model.bin", "weights");
        var artefact = Artefact.At(folder["here/checkpoints/model.bin"], folder["here/checkpoints"]);
        Directory.Move(folder["here"], folder["there"]);

        Assert.That(artefact.Path, Is.EqualTo("model.bin"));
        Assert.That(artefact.Problem(folder["there/checkpoints"]), Is.Null);
    }

    [Test]
    public void A_path_elsewhere_is_kept_whole()
    {
        folder.Write("weights/model.bin", "weights");

        Assert.That(Artefact.At(folder["weights/model.bin"], folder["checkpoints"]).Path, Is.EqualTo(folder["weights/model.bin"]));
    }

    [Test]
    public void A_changed_added_renamed_or_missing_file_is_found()
    {
        folder.Write("c/adapter/a.bin", "a");
        folder.Write("c/adapter/b.bin", "b");
        var artefact = Artefact.At(folder["c/adapter"], folder["c"]);

        folder.Write("c/adapter/a.bin", "x");
        var changed = artefact.Problem(folder["c"]);
        folder.Write("c/adapter/a.bin", "a");
        var back = artefact.Problem(folder["c"]);
        folder.Write("c/adapter/c.bin", "c");
        var added = artefact.Problem(folder["c"]);
        Directory.Delete(folder["c/adapter"], recursive: true);

        Assert.That(changed!.Found, Does.Contain("not the one that was registered"));
        Assert.That(back, Is.Null);
        Assert.That(added, Is.Not.Null);
        Assert.That(artefact.Problem(folder["c"])!.Found, Does.Contain("neither a file nor a folder"));
    }

    [Test]
    public void The_same_training_on_another_day_gives_the_same_artefact()
    {
        var first = Written(Some.Manifest(), "model");
        var later = Written(Some.Manifest() with { Created = DateTimeOffset.UnixEpoch.AddDays(9), TrainingSeconds = 99 }, "model");
        var other = Written(Some.Manifest() with { Seed = 2 }, "model");
        var edited = Written(Some.Manifest(), "edited");

        Assert.That(later, Is.EqualTo(first));
        Assert.That(new[] { first, other, edited }, Is.Unique);
    }

    [Test]
    public void A_checkpoint_json_that_cannot_be_read_is_said()
    {
        folder.Write("c/checkpoint.json", "{");

        Assert.That(() => Artefact.HashOf(folder["c"]), Throws.TypeOf<InputException>().With.Message.Contains("checkpoint.json"));
    }

    private string Written(CheckpointManifest manifest, string model) =>
        Artefact.HashOf(new CheckpointFolder(folder.FullPath).Write(manifest, draft => File.WriteAllText(Path.Combine(draft, "model.json"), model)).Folder);
}
