namespace EvalHarness.Reports.Tables;

/// <summary>Where cells go, one after the other. An absent value is an absent cell, never 0.</summary>
internal interface ICells
{
    void Text(string? value);

    void Number(double? value);

    void Count(long? value);
}
