using EvalHarness.Datasets;
using EvalHarness.Experiments.Freshness;

namespace EvalHarness.Tests.Experiments.Freshness;

internal sealed class ArticleChangeTests
{
    private static readonly Sample Fact = Some.Sample() with { Evidence = [new GoldEvidence("a", "new"), new GoldEvidence("b", "new b")] };

    private TemporaryFolder folder = null!;
    private ArticleChange change = null!;

    [SetUp]
    public void Start()
    {
        folder = new TemporaryFolder();
        folder.Write("new/topic/a.md", "---\nid: a\n---\nnew a\n");
        folder.Write("new/b.md", "---\nid: b\n---\nnew b\n");
        folder.Write("live/other-name.md", "---\nid: a\n---\nold a\r\n");
        change = new ArticleChange(folder["new"], folder["live"], folder["kept"]);
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Articles_of_the_evidence_are_replaced_and_put_back_to_the_byte()
    {
        var applied = await change.ApplyAsync(Fact, CancellationToken.None);

        Assert.That((applied, change.IsLeft), Is.EqualTo(((string?)null, true)));
        Assert.That(folder.Text("live/other-name.md"), Does.Contain("new a"));
        Assert.That(folder.Text("live/b.md"), Does.Contain("new b"));

        Assert.That(await change.RestoreAsync(Fact, CancellationToken.None), Is.Null);
        Assert.That(folder.Text("live/other-name.md"), Is.EqualTo("---\nid: a\n---\nold a\r\n"));
        Assert.That(Directory.GetFiles(folder["live"]), Has.Length.EqualTo(1));
        Assert.That(folder["kept"], Does.Not.Exist);
    }

    [Test]
    public async Task What_a_killed_process_left_is_put_back_by_the_next()
    {
        await change.ApplyAsync(Fact, CancellationToken.None);

        ArticleChange next = new(folder["new"], folder["live"], folder["kept"]);

        Assert.That((next.IsLeft, next.Restore(), next.IsLeft), Is.EqualTo((true, (string?)null, false)));
        Assert.That(folder.Text("live/other-name.md"), Does.Contain("old a"));
    }

    [Test]
    public async Task A_fact_of_which_the_newer_snapshot_has_no_article_changes_nothing()
    {
        var why = await change.ApplyAsync(Fact with { Evidence = [new GoldEvidence("c")] }, CancellationToken.None);

        Assert.That(why, Does.Contain("has no article 'c'"));
        Assert.That(change.IsLeft, Is.False);
        Assert.That(await change.RestoreAsync(Fact, CancellationToken.None), Is.Null);
    }
}
