using EvalHarness.Inputs;

namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class StyleCheckTests
{
    private const string Settings = """{"check": "style", "sample": "style.txt"}""";
    private const string Voice = "Open the settings and choose your workspace. You will see every seat that is in use. Remove a seat whenever you like; we refund the rest of the month on the same day. Questions? Write to us and we will answer within the hour.";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Set_up() => folder = new TemporaryFolder();

    [TearDown]
    public void Tear_down() => folder.Dispose();

    [Test]
    public void A_text_is_like_itself_less_like_another_and_unlike_another_language()
    {
        folder.Write("style.txt", Voice);
        var evaluator = Checked.Evaluator(Settings, folder: folder.FullPath);
        double Likeness(string text) => Checked.Scores(evaluator, text)[0].Value!.Value;

        Assert.That(Likeness(Voice.ToUpperInvariant()), Is.EqualTo(1).Within(1e-9));
        Assert.That(Likeness("Choose the seat and open your settings."), Is.GreaterThan(Likeness("Pursuant to the aforementioned provisions, reimbursement shall ensue.")));
        Assert.That(Likeness("12345 67890"), Is.Zero);
    }

    [Test]
    public void Another_sample_is_another_definition()
    {
        folder.Write("style.txt", Voice);
        var one = Checked.Evaluator(Settings, folder: folder.FullPath).Definition;
        folder.Write("style.txt", Voice + " Thanks.");

        Assert.That(Checked.Evaluator(Settings, folder: folder.FullPath).Definition, Is.Not.EqualTo(one));
    }

    [Test]
    public void A_sample_that_is_too_short_is_refused()
    {
        folder.Write("style.txt", "Hi.");

        Assert.That(() => Checked.Evaluator(Settings, folder: folder.FullPath), Throws.TypeOf<InputException>().With.Message.Contains("less than 200 characters"));
    }
}
