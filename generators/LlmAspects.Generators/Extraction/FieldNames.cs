using System.Globalization;

namespace LlmAspects.Generators.Extraction;

/// <summary>The fields of one holder of operations: an overload gets a number, and so does a method called like the holder or like what it inherits.</summary>
internal sealed class FieldNames(string holder)
{
    // The retry policy of an operation has a field of its own.
    private const string Policy = "Retry";

    private readonly HashSet<string> _taken =
        [holder, nameof(Equals), nameof(ReferenceEquals), nameof(GetHashCode), nameof(GetType), nameof(ToString), nameof(MemberwiseClone), "Finalize"];

    public string Take(string name)
    {
        var free = name;
        for (var number = 2; _taken.Contains(free) || _taken.Contains(free + Policy); number++)
        {
            free = name + number.ToString(CultureInfo.InvariantCulture);
        }

        _taken.Add(free);
        _taken.Add(free + Policy);
        return QualifiedNames.Escape(free);
    }
}
