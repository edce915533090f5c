using System.Text.Json;
using EvalHarness.Imports.Datasets;
using EvalHarness.Inputs;
using Parquet.Serialization;

namespace EvalHarness.Tests.Imports.Datasets;

/// <summary>SQuAD's offsets count code points, ours UTF-16 code units.</summary>
internal sealed class SquadDatasetTests
{
    // Six characters outside the basic plane stand before the second "fox".
    private const string Context = "A fox 🦊🦊🦊 is no cat. Where 𝒳 meets 𝒴 the second fox 🐾 sleeps. A third fox runs.";

    private ImportedDataset imported = null!;

    [SetUp]
    public void Create() => imported = new ImportedDataset();

    [TearDown]
    public void Remove() => imported.Dispose();

    [Test]
    public async Task An_answer_behind_astral_characters_is_found_and_its_sentence_quoted()
    {
        Write("dev.json", Context, CodePoint("fox", skip: 1));

        var samples = await imported.ImportAsync("squad", "dev.json");

        Assert.That(samples[0].Evidence.Single().Quote, Is.EqualTo("Where 𝒳 meets 𝒴 the second fox 🐾 sleeps."));
        Assert.That(samples[0].Evidence.Single().Document, Is.EqualTo("red-foxes"));
        Assert.That(imported.Corpus.Documents.Single().Title, Is.EqualTo("Red_Foxes"));
        Assert.That(imported.LeftOut("evidence"), Is.Zero);
    }

    [TestCase(0, 0)]
    [TestCase(7, 8)]
    [TestCase(9, 12)]
    [TestCase(-1, null)]
    [TestCase(1000, null)]
    public void Code_points_become_code_units(int codePoints, int? codeUnits) => Assert.That(SquadOffset.CodeUnits(Context, codePoints), Is.EqualTo(codeUnits));

    [Test]
    public void An_offset_at_the_end_is_the_length() => Assert.That(SquadOffset.CodeUnits("🦊", 1), Is.EqualTo(2));

    [Test]
    public async Task Windows_line_ends_do_not_shift_the_evidence()
    {
        Write("dev.json", "One 🦊.\r\nTwo fox.\r\nThree.", 12);

        var samples = await imported.ImportAsync("squad", "dev.json");

        Assert.That(samples[0].Evidence.Single().Quote, Is.EqualTo("Two fox."));
    }

    [Test]
    public async Task An_offset_that_points_elsewhere_is_listed_and_the_answer_is_kept()
    {
        Write("dev.json", Context, 0);

        var samples = await imported.ImportAsync("squad", "dev.json");

        Assert.That(samples[0].Answers, Is.EqualTo(["fox"]));
        Assert.That(samples[0].Evidence, Is.Empty);
        Assert.That(imported.LeftOut("evidence: answer_start does not point at the answer"), Is.EqualTo(1));
    }

    [Test]
    public async Task Version_two_has_questions_without_an_answer_and_splits_and_clusters_are_set()
    {
        Write("dev.json", Context, CodePoint("fox", skip: 1));

        var samples = await imported.ImportAsync("squad", "dev.json", split: "dev");

        Assert.That(samples[1].Unanswerable);
        Assert.That(imported.LeftOut("plausible answers"), Is.EqualTo(1));
        Assert.That(samples.Select(s => (s.Split, s.Cluster)), Is.All.EqualTo(("dev", "red-foxes")));
    }

    [Test]
    public async Task Rows_of_Hugging_Face_are_grouped_into_articles()
    {
        using var stream = new MemoryStream();
        await ParquetSerializer.SerializeAsync(
        [
            new Row { id = "q1", title = "Foxes", context = Context, question = "Who sleeps?", answers = new Spans { text = ["fox"], answer_start = [CodePoint("fox", 1)] } },
            new Row { id = "q2", title = "Foxes", context = Context, question = "Who swims?", answers = new Spans() },
        ], stream);
        imported.Folder.Write("dev.parquet", stream.ToArray());

        var samples = await imported.ImportAsync("squad", "dev.parquet");

        Assert.That(samples.Select(s => (s.Id, s.Unanswerable)), Is.EqualTo([("q1", false), ("q2", true)]));
        Assert.That(samples[0].Evidence.Single().Quote, Does.StartWith("Where 𝒳"));
        Assert.That(imported.Corpus.Documents, Has.Count.EqualTo(1));
    }

    [Test]
    public void Another_file_is_told()
    {
        imported.Folder.Write("dev.json", "{\"rows\": []}");

        Assert.That(() => imported.ImportAsync("squad", "dev.json"), Throws.TypeOf<InputException>().With.Message.Contains("there is no list data in it"));
    }

    private void Write(string name, string context, int start) => imported.Folder.Write(name, JsonSerializer.Serialize(new
    {
        version = "v2.0",
        data = new[]
        {
            new
            {
                title = "Red_Foxes",
                paragraphs = new object[]
                {
                    new { context = "A fox stands first.", qas = Array.Empty<object>() },
                    new
                    {
                        context,
                        qas = new object[]
                        {
                            new { id = "q1", question = "Who sleeps?", answers = new[] { new { text = "fox", answer_start = start } }, is_impossible = false },
                            new { id = "q2", question = "Who swims?", answers = Array.Empty<object>(), plausible_answers = new[] { new { text = "A third fox", answer_start = 0 } }, is_impossible = true },
                        },
                    },
                },
            },
        },
    }));

    // As Python counts.
    private static int CodePoint(string text, int skip)
    {
        var at = -1;
        for (var i = 0; i <= skip; i++)
            at = Context.IndexOf(text, at + 1, StringComparison.Ordinal);
        return Context[..at].EnumerateRunes().Count();
    }

    private sealed class Row
    {
        public string id { get; set; } = "";

        public string title { get; set; } = "";

        public string context { get; set; } = "";

        public string question { get; set; } = "";

        public Spans answers { get; set; } = new();
    }

    private sealed class Spans
    {
        public List<string> text { get; set; } = [];

        public List<int> answer_start { get; set; } = [];
    }
}
