using System.Globalization;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Numbers as short as a reader needs them; the CSV files have all digits.</summary>
public static class Rounded
{
    /// <param name="digits">Significant digits.</param>
    public static double To(double value, int digits) =>
        double.Parse(value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
