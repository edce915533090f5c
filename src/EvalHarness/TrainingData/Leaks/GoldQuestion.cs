using EvalHarness.Datasets;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData.Leaks;

/// <summary>A gold sample's question (of a conversation all turns), ready to be compared. The signature is not kept.</summary>
/// <param name="IsMeasured">Of the split that figures are from.</param>
internal sealed record GoldQuestion(string Sample, string Split, bool IsMeasured, string Text, string Plain, uint[] Letters)
{
    private const int Shown = 120;

    public static GoldQuestion Of(Sample sample, string measuredSplit)
    {
        var compared = new ComparedText(Conversations.Text(sample));
        return new GoldQuestion(sample.Id, sample.Split, sample.Split == measuredSplit, compared.Text, compared.Plain, compared.Letters);
    }

    /// <summary>For a message: "gold question account-001 (test)".</summary>
    public string Name => $"gold question {Sample} ({Split})";

    /// <summary>The question, cut to fit a message.</summary>
    public string Quote => Text.Length <= Shown ? Text : $"{Text[..Shown]}…";
}
