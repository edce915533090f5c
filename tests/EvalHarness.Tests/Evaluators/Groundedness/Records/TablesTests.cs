using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Tests.Evaluators.Groundedness.Records;

public sealed class TablesTests
{
    [TestCase("| Room | Floor | Seats |\n|---|---|---|\n| Aspen | 1 | 12 |\n| Birch | 2 | 30 |", "30", "Seats")]
    [TestCase("Room, Floor, Seats\nAspen, 1, 12\nBirch, 2, 30", "2", "Floor")]
    public void A_cell_stands_below_its_columns_name(string text, string cell, string name)
    {
        var evidence = new PreparedEvidence(new EvidenceText("d", "", text, 0));
        var row = evidence.Sentences.Count - 1;
        var word = evidence.Words.FindLastIndex(w => text[w.Start..w.End] == cell);

        var (first, _) = evidence.Tables.ColumnAt(row, word)!.Value;

        Assert.That(text[evidence.Words[first].Start..evidence.Words[first].End], Is.EqualTo(name));
    }

    [TestCase("It is red, blue, and green. It is old, tall, and wide. It is far, dark, and cold.")]
    [TestCase("Bring a pen.\nBring paper, if you can.")]
    public void Prose_is_no_table(string text)
    {
        var evidence = new PreparedEvidence(new EvidenceText("d", "", text, 0));

        Assert.That(Enumerable.Range(0, evidence.Sentences.Count).Select(evidence.Tables.HeaderOf), Is.All.Null);
    }
}
