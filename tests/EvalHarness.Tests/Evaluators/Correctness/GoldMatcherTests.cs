using EvalHarness.Evaluators.Correctness;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Evaluators.Correctness;

public sealed class GoldMatcherTests
{
    private const string Question = "How long is a reset link valid?";

    [TestCase("30 minutes", "A reset link is valid for 30 min.")]
    [TestCase("30 minutes", "It works for half an hour, then ask again.")]
    [TestCase("A reset link is valid for 30 minutes.", "Half an hour.")]
    [TestCase("A reset link is valid for 30 minutes.", "30")]
    [TestCase("David Seville", "The Chipmunks were made by Ross Bagdasarian, known as David Seville.")]
    [TestCase("Orange (film)", "It is called Orange.")]
    [TestCase("Only the Owner can order it.", "The owner has to order it.")]
    public void An_answer_of_any_length_gives_the_gold_answer(string gold, string answer) => Assert.That(Match(gold, answer).IsMatch, Is.True, Match(gold, answer).Reason);

    [TestCase("30 minutes", "A reset link is valid for 130 minutes.")]
    [TestCase("30 minutes", "A reset link is valid for 30 days.")]
    [TestCase("A reset link is valid for 30 minutes.", "A reset link is valid for 60 minutes.")]
    [TestCase("6 months", "The plan has 6 locations.")]
    [TestCase("Invoices can be exported as a spreadsheet.", "Invoices cannot be exported as a spreadsheet.")]
    [TestCase("twelve characters", "10 characters")]
    public void Another_value_or_the_opposite_does_not(string gold, string answer) => Assert.That(Match(gold, answer).IsMatch, Is.False, Match(gold, answer).Reason);

    [Test]
    public void An_echo_of_the_question_proves_nothing() => Assert.That(Match("A reset link is valid until you sign in.", "A reset link is valid.").IsMatch, Is.False);

    [TestCase("Can invoices be exported?", "No", "No, invoices stay here.", true)]
    [TestCase("Can invoices be exported?", "No", "Invoices cannot be exported.", true)]
    [TestCase("Can invoices be exported?", "Yes", "Invoices can be exported.", true)]
    [TestCase("Can invoices be exported?", "No", "Yes, invoices can be exported.", false)]
    [TestCase("Can invoices be exported?", "Yes", "The printer is offline.", false)]
    public void A_bare_yes_or_no_is_compared_by_what_the_answer_says(string question, string gold, string answer, bool isMatch) =>
        Assert.That(GoldMatcher.Best(question, [gold], answer).IsMatch, Is.EqualTo(isMatch));

    [Test]
    public void The_reason_names_what_is_missing() => Assert.That(Match("30 minutes", "Long.").Reason, Does.Contain("30 minutes"));

    // Question, gold answer, an answer that gives it.
    [TestCase("Who painted it?", "Marianne Kessler", "Kessler painted it in 1931.")]
    [TestCase("Who painted it?", "William Kessler", "It was painted by Bill Kessler.")]
    [TestCase("Who painted it?", "Dimitri Kesslerovitch", "Dmitri Kesslerovich did.")]
    [TestCase("Who painted it?", "Zoltán Kövér", "Zoltan Kover")]
    [TestCase("Which king was it?", "Edward the Seventh", "Edward VII")]
    [TestCase("Which ship was it?", "Aurora 2", "The Aurora II")]
    [TestCase("Which organisation was it?", "NATO", "The North Atlantic Treaty Organisation")]
    [TestCase("Which organisation was it?", "World Health Organisation", "The WHO")]
    [TestCase("Which three letters are on the key?", "J K L", "They are JKL.")]
    [TestCase("Where does it live?", "Under water", "It lives underwater.")]
    [TestCase("What nationality is she?", "Colombia", "She is Colombian.")]
    [TestCase("What fills space?", "Ether", "It was called aether.")]
    [TestCase("What is it made of?", "Coloured fibre", "colored fibre")]
    [TestCase("Where was he born?", "In Kestrelshire, as Thomas Hale. He moved away later", "In Kestrelshire.")]
    [TestCase("Where is the mill?", "Brindleford, Scotland", "In Brindleford.")]
    [TestCase("Which bone is it?", "The jaw (accept chin or throat)", "The chin.")]
    [TestCase("How far is it?", "1500 metres", "1500m")]
    [TestCase("How much did it cost?", "£50m", "It cost £50 million.")]
    [TestCase("What is the approximate distance?", "24,900 miles", "About 24,901 miles.")]
    [TestCase("How many countries border it?", "None", "No countries border it.")]
    [TestCase("What must you not expose it to?", "Bright light", "Do not expose it to bright light.")]
    [TestCase("Which towns does it cross?", "Arlen and Brix", "Brix, then Arlen")]
    [TestCase("Who composed it?", "Ottokar Velmar", "It was composed by Ottokar Velmar1. He was young.")]
    [TestCase("What is 20 m/s over 5 s?", "4", "a = v / t = 20 / 5. Therefore, a = 4 m/s.")]
    public void A_gold_answer_may_be_said_in_another_way(string question, string gold, string answer) =>
        Assert.That(GoldMatcher.Best(question, [gold], answer).IsMatch, Is.True, GoldMatcher.Best(question, [gold], answer).Reason);

    // Question, gold answer, an answer that does not give it.
    [TestCase("Who painted it?", "Marianne Kessler", "It was not Marianne Kessler.")]
    [TestCase("Which town was it?", "Arlen", "Some say Arlen, but it was not Arlen; it was Brix.")]
    [TestCase("Which town was it?", "Arlen", "It was either Arlen or Brix.")]
    [TestCase("How long is it valid?", "30 minutes", "It could be 30 or 60 minutes.")]
    [TestCase("Which painter is confused with Monel?", "Manel", "Monel is confused with Kessler.")]
    [TestCase("Which two towns does it cross?", "Arlen and Brix", "Arlen and Corvo")]
    [TestCase("Which three towns does it cross?", "Arlen, Brix and Dunmore", "Arlen, Brix and Corvo")]
    [TestCase("Where is the mill?", "Brindleford, Scotland", "In Oxley, Scotland.")]
    [TestCase("Which country is it?", "Nigeria", "Niger")]
    [TestCase("Which country is it?", "Austria", "Australia")]
    [TestCase("How many are there?", "None", "There are 12.")]
    [TestCase("What is the exact distance?", "24,900 miles", "24,950 miles")]
    [TestCase("What is the energy?", "2", "E = 0.5 * 100 * 0.2^2 = 20 J. Therefore, the energy is 20 J.")]
    public void What_only_looks_like_it_does_not_give_it(string question, string gold, string answer) =>
        Assert.That(GoldMatcher.Best(question, [gold], answer).IsMatch, Is.False, GoldMatcher.Best(question, [gold], answer).Reason);

    [TestCase("The Velmar Cup", true)]
    [TestCase("The Arlen Cup was held there.", false)]
    [TestCase("It was the cup.", true)]
    public void Where_all_names_are_given_another_name_is_not_one_of_them(string answer, bool isMatch) =>
        Assert.That(GoldMatcher.Best("What was held there?", ["Velmar Cup", "The Velmar Cup", "Velmar Cup matches", "Vellmar cup"], answer).IsMatch, Is.EqualTo(isMatch));

    [Test]
    public void Either_is_right_where_the_question_asks_for_either() =>
        Assert.That(GoldMatcher.Best("Name either of the towns.", ["Arlen or Brix"], "Either Arlen or Brix.").IsMatch, Is.True);

    [Test]
    public void Of_a_paragraph_less_is_enough()
    {
        const string Gold = """
            The workshop keeps every repaired instrument for ninety days. Owners receive a text message with a pickup code, and a reminder follows each fortnight.
            After that the violin moves into paid storage, which costs two euros daily, until somebody collects it or the manager auctions it for charity.
            """;

        Assert.That(Match(Gold, "A repaired instrument stays ninety days; owners get a message with a pickup code, later it goes into paid storage.").IsMatch, Is.True);
        Assert.That(Match(Gold, "The workshop is open on Mondays and repairs bows as well, owners say.").IsMatch, Is.False);
    }

    [Test]
    public void The_score_ranks_answers_by_the_content_they_share()
    {
        const string Gold = "The workshop keeps every repaired instrument for ninety days and then auctions it for charity.";
        string[] ascending = ["We cannot say.", "It keeps instruments.", "It keeps a repaired instrument for ninety days.", "It keeps a repaired instrument ninety days, then auctions it for charity."];

        Assert.That(ascending.Select(a => Match(Gold, a).Score), Is.Ordered.Ascending);
    }

    [FsCheck.NUnit.Property]
    public bool Whatever_is_written_the_score_is_a_ratio(string question, string gold, string answer) =>
        GoldMatcher.Best(question ?? "", [gold ?? ""], answer ?? "").Score is >= 0 and <= 1;

    [Test]
    public void It_agrees_with_people_on_groups_it_was_not_chosen_on()
    {
        var bySystem = Judged().ToLookup(r => r.System, r => (r.Said, r.Label));
        var all = Confusion.Of(bySystem.SelectMany(s => s));

        TestContext.Out.WriteLine($"kappa {all.Kappa:F3}, balanced accuracy {all.BalancedAccuracy:F3}, n {all.N}");
        Assert.That(all.Kappa, Is.GreaterThan(0.86));
        foreach (var system in bySystem)
        {
            var confusion = Confusion.Of(system);
            var people = Wilson.Of(confusion.Positives / (double)confusion.N, confusion.N, 0.95);
            TestContext.Out.WriteLine($"{system.Key}: kappa {confusion.Kappa:F3}, said {confusion.SaidYes:F3}, people [{people.Low:F3}, {people.High:F3}]");
            Assert.That(confusion.Kappa, Is.GreaterThan(0.78), system.Key);
            Assert.That(people.Contains(confusion.SaidYes), Is.True, system.Key);
        }

        Assert.That(
            bySystem.OrderByDescending(s => Confusion.Of(s).SaidYes).Select(s => s.Key),
            Is.EqualTo(bySystem.OrderByDescending(s => Confusion.Of(s).Positives).Select(s => s.Key)));
    }

    [Test]
    public void It_prefers_the_answer_that_people_prefer_to_long_gold_answers()
    {
        var pairs = SharedRows.Read("correctness/ragchecker-pairs.jsonl.gz").Select(row => (
            People: row.GetProperty("overall").EnumerateArray().Average(v => v.GetDouble()),
            Ours: Difference(row, (answer, gold) => GoldMatcher.Best(row.Text("query"), [gold], answer).Score),
            F1: Difference(row, (answer, gold) => SquadScore.F1(answer, [gold])))).ToList();
        var (ours, f1) = (Pearson(pairs.ConvertAll(p => (p.People, p.Ours))), Pearson(pairs.ConvertAll(p => (p.People, p.F1))));

        TestContext.Out.WriteLine($"Pearson with the mean preference {ours:F3}, of token F1 {f1:F3}, n {pairs.Count}");
        Assert.That(ours, Is.GreaterThan(0.6).And.GreaterThan(f1));
    }

    private static IEnumerable<(string System, bool Said, bool Label)> Judged() => SharedRows.Read("correctness/evouna-triviaqa.jsonl.gz")
        .Where(row => !SharedRows.IsForChoosing(row.Text("group")))
        .Select(row => (row.Text("system"), Says(row), row.GetProperty("label").GetInt32() == 1));

    private static double Difference(System.Text.Json.JsonElement row, Func<string, string, double> score) =>
        score(row.Text("response2"), row.Text("gt_answer")) - score(row.Text("response1"), row.Text("gt_answer"));

    private static double Pearson(IReadOnlyList<(double X, double Y)> rows)
    {
        var (x, y) = (rows.Average(r => r.X), rows.Average(r => r.Y));
        return rows.Sum(r => (r.X - x) * (r.Y - y)) / Math.Sqrt(rows.Sum(r => (r.X - x) * (r.X - x)) * rows.Sum(r => (r.Y - y) * (r.Y - y)));
    }

    private static bool Says(System.Text.Json.JsonElement row)
    {
        var golds = row.GetProperty("references").EnumerateArray().Select(r => r.GetString()!).Distinct().ToList();
        return !EvalHarness.Evaluators.Abstention.AbstentionPhrases.Says(row.Text("answer")) && GoldMatcher.Best(row.Text("question"), golds, row.Text("answer")).IsMatch;
    }

    private static GoldMatch Match(string gold, string answer) => GoldMatcher.Best(Question, [gold], answer);
}
