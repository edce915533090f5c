using System.Globalization;
using System.Text.Json;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Checks;
using EvalHarness.Evaluators.Groundedness.Features;
using EvalHarness.Evaluators.Language;
namespace EvalHarness.Training;
#pragma warning disable
internal static class Lab
{
    public static string[] ContradictionNames = ["value-contradicted","value-of-another","opposite-said","denied-throughout","order-turned","field-of-another"];
    static int Idx(string n) => FeatureSet.All.Select(f=>f.Name).ToList().IndexOf(n);
    public static void Precision(List<LabelledAnswer> answers)
    {
        foreach (var name in ContradictionNames.Append("quantities-contradicted").Append("fields-contradicted").Append("hours-wrong").Append("numbers-substituted"))
        {
            var f = Idx(name);
            var line = $"{name,-24}";
            foreach (var file in LabelledData.Files.Append("made"))
            {
                var rows = answers.Where(a => a.File == file).ToList();
                var hit = rows.Where(a => a.Claims.Any(c => c[f] > 0)).ToList();
                line += $" {file[..Math.Min(9,file.Length)]} {hit.Count(h=>!h.IsGrounded)}/{hit.Count} ({100.0*rows.Count(r=>!r.IsGrounded)/rows.Count:F0}%)";
            }
            Console.WriteLine(line);
        }
    }
    public record Pair(string Domain, List<string> Passages, string Kind, string Wording, string Question, string Supported, string Contradicted);
    public static List<Pair> Pairs(string file) {
        var root = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file));
        return root.EnumerateArray().SelectMany(g => g.GetProperty("pairs").EnumerateArray().Select(p => new Pair(g.GetProperty("domain").GetString(), g.GetProperty("passages").EnumerateArray().Select(x=>x.GetString()).ToList(), p.GetProperty("kind").GetString(), p.GetProperty("wording").GetString(), p.TryGetProperty("question", out var q)?q.GetString():"", p.GetProperty("supported").GetString(), p.GetProperty("contradicted").GetString()))).ToList();
    }
    public static (List<double[]>, List<ClaimReading>) Read(Pair p, string answer) {
        var ev = p.Passages.Select((t,i)=>new PreparedEvidence(new EvidenceText("d"+i,"",t,0))).ToList();
        var asked = new PreparedQuestion(p.Question);
        var rs = ClaimSplitter.Split(answer).Select(c => { var m = new EvidenceMatch(new PreparedClaim(c, asked), ev); return new ClaimReading(m, m.Best.Value); }).ToList();
        return (rs.Select(FeatureSet.Read).ToList(), rs);
    }
    public static void Battery(string file, bool verbose) {
        var pairs = Pairs(file);
        foreach (var g in pairs.GroupBy(p=>p.Kind).OrderBy(g=>g.Key)) {
            int hit=0, fa=0;
            foreach (var p in g) {
                var s = Read(p,p.Supported).Item2; var c = Read(p,p.Contradicted).Item2;
                var fs = s.SelectMany(r=>r.Findings).Where(f=>f.IsContradiction).ToList();
                var fc = c.SelectMany(r=>r.Findings).Where(f=>f.IsContradiction).ToList();
                if (fc.Count>0) hit++; if (fs.Count>0) fa++;
                if (verbose && (fc.Count==0)) Console.WriteLine($"   MISS [{p.Kind}] {p.Contradicted} :: {string.Join(" / ", c.SelectMany(r=>r.Findings).Select(f=>f.Reason))}");
                if (verbose && fs.Count>0) Console.WriteLine($"   FALSE [{p.Kind}] {p.Supported} :: {string.Join(" / ", fs.Select(f=>f.Reason))}");
            }
            Console.WriteLine($"{g.Key,-12} n {g.Count(),3} contradictions found {hit,3}, false on supported {fa}");
        }
    }
}
