using System.Text;
using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Judges;

/// <summary>Texts of strangers, set apart from what a judge is told: labelled blocks between lines that carry a boundary.</summary>
/// <remarks>The boundary is a hash of all the texts: the same call has the same one, and no text can contain it, because it would change with the text.</remarks>
public sealed class JudgeData
{
    private readonly IReadOnlyList<(string Label, string Text)> blocks;

    /// <param name="blocks">Labels are ours; texts are anybody's.</param>
    public JudgeData(IReadOnlyList<(string Label, string Text)> blocks)
    {
        this.blocks = blocks;
        Boundary = ContentHash.Of([.. blocks.SelectMany(b => new[] { b.Label, b.Text })])[..16];
    }

    public string Boundary { get; }

    /// <summary>The whole user message: the boundary, the blocks, and what is asked, which is ours alone.</summary>
    public string Message(string task)
    {
        var message = new StringBuilder().Append("The boundary of this message is ").Append(Boundary).Append(".\n\n");
        foreach (var (label, text) in blocks)
            message
                .Append("=== BEGIN ").Append(label).Append(' ').Append(Boundary).Append(" ===\n")
                .Append(JudgeText.Data(text)).Append('\n')
                .Append("=== END ").Append(label).Append(' ').Append(Boundary).Append(" ===\n\n");
        return message.Append(task).ToString();
    }
}
