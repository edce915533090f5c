namespace EvalHarness.Calibration.Labelling;

/// <summary>Takes off the ' that keeps a spreadsheet from running a cell as a formula.</summary>
public static class FormulaGuard
{
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    public static string Undo(string cell) => cell.Length > 1 && cell[0] == '\'' && Starts.Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;
}
