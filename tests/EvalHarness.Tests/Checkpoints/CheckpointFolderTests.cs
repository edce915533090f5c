using EvalHarness.Checkpoints;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Checkpoints;

internal sealed class CheckpointFolderTests
{
    private static readonly CheckpointManifest Manifest = new()
    {
        Name = "helpdesk",
        Version = "3",
        Trainer = "some-trainer/1",
        TrainFile = "train.jsonl",
        TrainHash = "abc",
        Examples = 12,
        CorpusHash = "def",
        Parameters = new Dictionary<string, string> { ["passages"] = "4" },
        Seed = 1,
        TrainingSeconds = 2.5,
        Created = DateTimeOffset.UnixEpoch,
        HarnessVersion = "0.1.0",
    };

    [Test]
    public void A_checkpoint_is_read_as_it_was_written()
    {
        using var folder = new TemporaryFolder();
        var checkpoints = new CheckpointFolder(folder.FullPath);
        checkpoints.Write(Manifest, draft => File.WriteAllText(Path.Combine(draft, "model.json"), "{}"));

        var read = checkpoints.Open(CheckpointName.Parse("helpdesk@3"));

        Assert.That(read.Manifest with { Parameters = Manifest.Parameters }, Is.EqualTo(Manifest));
        Assert.That(read.Manifest.Parameters, Is.EquivalentTo(Manifest.Parameters));
        Assert.That(File.Exists(read.PathOf("model.json")), Is.True);
        Assert.That(read.Folder, Is.EqualTo(Path.Combine(folder.FullPath, "checkpoints", "helpdesk@3")));
    }

    [Test]
    public void A_checkpoint_takes_the_place_of_one_of_the_same_name()
    {
        using var folder = new TemporaryFolder();
        var checkpoints = new CheckpointFolder(folder.FullPath);
        checkpoints.Write(Manifest, draft => File.WriteAllText(Path.Combine(draft, "old.json"), "{}"));
        checkpoints.Write(Manifest with { Seed = 2 }, _ => { });

        var read = checkpoints.List().Single();

        Assert.That(read.Manifest.Seed, Is.EqualTo(2));
        Assert.That(File.Exists(read.PathOf("old.json")), Is.False);
    }

    [Test]
    public void Training_that_breaks_off_leaves_the_checkpoint_that_was_there()
    {
        using var folder = new TemporaryFolder();
        var checkpoints = new CheckpointFolder(folder.FullPath);
        checkpoints.Write(Manifest, _ => { });

        Assert.That(() => checkpoints.Write(Manifest with { Seed = 2 }, _ => throw new IOException("the disk is full")), Throws.TypeOf<IOException>());
        Assert.That(checkpoints.List().Select(c => c.Manifest.Seed), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void A_missing_checkpoint_says_how_it_is_made()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => new CheckpointFolder(folder.FullPath).Open(CheckpointName.Parse("helpdesk@4")), Throws.TypeOf<InputException>()
            .With.Message.Contains("helpdesk@4").And.Message.Contains("evalharness train"));
    }

    [Test]
    public void A_damaged_manifest_names_its_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("checkpoints/helpdesk@3/checkpoint.json", "{");

        Assert.That(() => new CheckpointFolder(folder.FullPath).Open(CheckpointName.Parse("helpdesk@3")), Throws.TypeOf<InputException>().With.Message.Contains("checkpoint.json"));
    }

    [TestCase("helpdesk")]
    [TestCase("helpdesk@")]
    [TestCase("../helpdesk@1")]
    [TestCase("helpdesk@1/..")]
    [TestCase("a@b@c")]
    public void A_name_that_could_leave_the_folder_is_refused(string name)
    {
        Assert.That(() => CheckpointName.Parse(name), Throws.TypeOf<InputException>().With.Message.Contains("name@version"));
    }

    [Test]
    public void The_identity_knows_nothing_of_when_and_how_fast()
    {
        var later = Manifest with { Created = DateTimeOffset.UnixEpoch.AddYears(1), TrainingSeconds = 99, Version = "4" };

        Assert.That(later.Hash(), Is.EqualTo(Manifest.Hash()));
    }

    [Test]
    public void The_identity_changes_with_everything_that_changes_the_model()
    {
        CheckpointManifest[] others =
        [
            Manifest with { Seed = 2 },
            Manifest with { TrainHash = "xyz" },
            Manifest with { CorpusHash = null },
            Manifest with { Trainer = "some-trainer/2" },
            Manifest with { Parent = "helpdesk@2" },
            Manifest with { Parameters = new Dictionary<string, string> { ["passages"] = "5" } },
        ];

        Assert.That(others.Append(Manifest).Select(m => m.Hash()), Is.Unique);
    }
}
