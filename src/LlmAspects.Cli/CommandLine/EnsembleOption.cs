using System.CommandLine;
using System.Globalization;
using LlmAspects.Cli.Models;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The option that names the members of a panel: <c>model=weight,model=weight</c>.</summary>
internal static class EnsembleOption
{
    public static Option<IReadOnlyList<PanelEntry>?> Create() => new("--ensemble")
    {
        Description = "The models of a panel, at least two, named as --model takes them, each with the weight of its vote (1 where none is given). [default: the three embedded models with --strategy ensemble]",
        HelpName = "MODEL=WEIGHT,...",
        CustomParser = result =>
        {
            (IReadOnlyList<PanelEntry> entries, string? error) = Parse(result.Tokens[0].Value);
            if (error is not null)
            {
                result.AddError(error);
            }

            return entries;
        },
    };

    /// <summary>Reads the members.</summary>
    /// <returns>The members, and what is wrong; <see langword="null"/> when nothing is.</returns>
    public static (IReadOnlyList<PanelEntry> Entries, string? Error) Parse(string text)
    {
        var entries = new List<PanelEntry>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            int sign = part.LastIndexOf('=');
            string model = (sign < 0 ? part : part[..sign]).Trim();
            double weight = 1;
            if (model.Length == 0)
            {
                return ([], "--ensemble has a member without a name: write MODEL=WEIGHT,MODEL=WEIGHT.");
            }

            if (sign >= 0 && !(double.TryParse(part[(sign + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out weight) && weight > 0 && double.IsFinite(weight)))
            {
                return ([], $"--ensemble: the weight '{part[(sign + 1)..]}' of '{model}' is not a number above 0.");
            }

            if (entries.Exists(entry => entry.Model.Equals(model, StringComparison.OrdinalIgnoreCase)))
            {
                return ([], $"--ensemble names the model '{model}' twice. Give it one greater weight instead.");
            }

            entries.Add(new PanelEntry(model, weight));
        }

        return entries.Count < 2 ? ([], "--ensemble needs at least two models; --model names one.") : (entries, null);
    }
}
