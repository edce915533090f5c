using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Tests.Inputs;

namespace EvalHarness.Tests.Datasets;

public class CorpusReaderTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Articles_come_ordered_by_id_with_the_text_below_their_front_matter()
    {
        folder.Write("2026-09/b/reset.md", "---\nid: reset\ntitle: \"Reset: a link\"\ntopic: accounts\ncategory: account\nupdated: 2026-09-01\n---\n\nA link.\n---\nIt ends.\n");
        folder.Write("2026-09/a.md", "---\r\nid: billing\r\n---\r\nOne.\r\nTwo.");
        folder.Write("2026-09/notes.txt", "no article");

        var corpus = CorpusReader.Read(folder["2026-09"] + "/");

        Assert.That(corpus.Name, Is.EqualTo("2026-09"));
        Assert.That(corpus.Hash, Is.EqualTo(ContentHash.OfFolder(folder["2026-09"], "*.md")));
        Assert.That(corpus.Documents, Is.EqualTo([
            new Document("billing", "billing", null, "One.\nTwo."),
            new Document("reset", "Reset: a link", new DateOnly(2026, 9, 1), "A link.\n---\nIt ends.\n"),
        ]));
    }

    [TestCase("---\nid: a\n", "x.md:1:1: the front matter does not end. Close it")]
    [TestCase("---\nid: a\ntopik: b\n---\n", "x.md:3:1: unknown key 'topik'. Did you mean 'topic'?")]
    [TestCase("---\nid: 7\n---\n", "x.md:2:5: id: 7 is a whole number. Expected text.")]
    [TestCase("---\nid: a\nupdated: 2026-02-31\n---\n", "x.md:3:10: '2026-02-31' is no day of the calendar")]
    [TestCase("---\nid: a\ntitle: Reset: a link\n---\n", "x.md:3:")]
    public void A_wrong_article_says_where_and_how_to_mend_it(string text, string message)
    {
        folder.Write("x.md", text);

        Assert.That(Read, Throws.TypeOf<InputException>().With.Message.Contains(message));
    }

    [TestCase("Text.", "guides/set-up", "Text.")]
    [TestCase("Before.\n\n# Setting up #\nText.", "Setting up", "Before.\n\n# Setting up #\nText.")]
    [TestCase("---\n---\nText.", "guides/set-up", "Text.")]
    [TestCase("---\ntitle: Set it up\nsidebar_position: 3\n---\n# Setting up\n", "Set it up", "# Setting up\n")]
    public void An_article_without_an_id_is_named_by_its_path(string text, string title, string body)
    {
        folder.Write("guides/set-up.md", text);

        Assert.That(Read().Documents, Is.EqualTo([new Document("guides/set-up", title, null, body)]));
    }

    [Test]
    public void Two_articles_of_one_id_are_both_named()
    {
        folder.Write("a.md", "---\nid: reset\n---\n");
        folder.Write("b.md", "---\nid: reset\n---\n");

        Assert.That(Read, Throws.TypeOf<InputException>().With.Message.Contains("b.md: the id 'reset' is also that of a.md. Give each article an id of its own."));
    }

    [Test]
    public void An_article_that_is_not_utf8_is_named()
    {
        folder.Write("x.md", [.. "---\nid: a\n---\nCaf"u8, 0xE9]);

        Assert.That(Read, Throws.TypeOf<InputException>().With.Message.Contains("x.md:4:4: these bytes are not UTF-8. Save the file as UTF-8."));
    }

    [Test]
    public void All_wrong_articles_are_reported_at_once()
    {
        folder.Write("a.md", "---\nno");
        folder.Write("b.md", "---\nno");

        Assert.That(Read, Throws.TypeOf<InputException>().With.Property(nameof(InputException.Problems)).Count.EqualTo(2));
    }

    [Test]
    public void A_folder_without_articles_is_refused() =>
        Assert.That(Read, Throws.TypeOf<InputException>().With.Message.Contains("the corpus folder holds no article. Put Markdown files"));

    [Test]
    public void A_folder_that_is_not_there_is_refused() =>
        Assert.That(() => CorpusReader.Read(folder["2027-01"]), Throws.TypeOf<InputException>().With.Message.Contains("the corpus folder does not exist"));

    private Corpus Read() => CorpusReader.Read(folder.FullPath);
}
