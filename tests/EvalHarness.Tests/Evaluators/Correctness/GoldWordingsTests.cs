using EvalHarness.Evaluators.Correctness;

namespace EvalHarness.Tests.Evaluators.Correctness;

public sealed class GoldWordingsTests
{
    [TestCase("Orange (film)", "Orange")]
    [TestCase("(THE OLD) MILLER", "MILLER")]
    [TestCase("King Odo (Chronicle 5:1-5)", "King Odo")]
    [TestCase("War of the Reeds (1701-1714)", "War of the Reeds")]
    [TestCase("Brindleford, Scotland", "Brindleford")]
    [TestCase("Kessler, Marianne", "Kessler")]
    [TestCase("chin or throat", "chin or throat", "chin", "throat")]
    [TestCase("Robert Hale, who was the mayor at that time", "Robert Hale, who was the mayor at that time", "Robert Hale")]
    [TestCase("Arlen: the mill is outside the town", "Arlen: the mill is outside the town", "Arlen")]
    [TestCase("The jaw (accept chin)", "The jaw", "chin")]
    public void What_only_explains_a_gold_answer_is_not_asked_for(string gold, params string[] wordings) => Assert.That(GoldWordings.Of(gold), Is.EqualTo(wordings));

    [TestCase("No, only an app or a passkey")]
    [TestCase("60 days; 45 days")]
    [TestCase("macOS 12 or later")]
    [TestCase("Version four or later")]
    [TestCase("Labels yes, widgets no (they need 12)")]
    [TestCase("He must accept with the same address.")]
    [TestCase("The reset link: it is valid for 60 minutes.")]
    [TestCase("Write to support, who answer within a day.")]
    public void A_statement_is_asked_for_whole(string gold) => Assert.That(GoldWordings.Of(gold), Has.Count.EqualTo(1).And.All.EqualTo(gold.TrimEnd('.')));

    [TestCase("Which two towns?", "Arlen & Brix", "Arlen", "Brix")]
    [TestCase("Which three towns?", "Arlen, Brix and Dunmore", "Arlen", "Brix", "Dunmore")]
    [TestCase("What are both events?", "400 and 800 metres", "400", "800 metres")]
    [TestCase("Which shop is it?", "Marks and Brix")]
    [TestCase("Two things: is it kept, is it sold?", "yes; no")]
    public void Several_things_are_told_apart_where_so_many_are_asked_for(string question, string gold, params string[] items) =>
        Assert.That(GoldList.Items(gold, new ReadText(question)), Is.EqualTo(items));
}
