namespace EvalHarness.Decisions.Matrix;

/// <summary>Slices that criteria and boundaries ask for, by what they are.</summary>
public static class SliceRoles
{
    public const string Changed = "changed";
    public const string Unseen = "unseen";
}
