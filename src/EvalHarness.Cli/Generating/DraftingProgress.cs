using EvalHarness.Cli.Terminal;
using EvalHarness.Drafting;

namespace EvalHarness.Cli.Generating;

/// <summary>Says how far drafting is: a line whenever another tenth is tried.</summary>
/// <param name="total">Drafts that are missing; those that make up for refused ones come on top.</param>
internal sealed class DraftingProgress(int total, TerminalOutput terminal, TimeProvider time)
{
    private readonly Pace pace = new(total, 0, time);
    private int refused;
    private int tenth;

    /// <summary>Told one by one.</summary>
    public void Drafted(Draft draft)
    {
        pace.Step();
        refused += draft.Refused is null ? 0 : 1;
        if (total == 0 || 10 * pace.Done / total is var reached && reached == tenth)
            return;
        tenth = 10 * pace.Done / total;
        terminal.Note($"drafted {pace.Done}/{total}, {refused} refused, {pace}");
    }
}
