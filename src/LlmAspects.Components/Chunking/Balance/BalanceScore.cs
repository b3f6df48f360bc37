using LlmAspects.Components.Chunking.Cohesion;

namespace LlmAspects.Components.Chunking.Balance;

/// <summary>How far a piece is from the wanted length, squared and in parts of it, with the costs of the seam it begins at and of headings inside, below zero.</summary>
/// <param name="units">The units.</param>
/// <param name="end">Where the last one ends.</param>
/// <param name="target">The wanted length in code units, above 0.</param>
internal sealed class BalanceScore(StructureUnits units, int end, double target) : ISegmentScore
{
    // As much as a piece that is by half too long or too short costs a quarter.
    private const double HeadingInside = 0.3;

    private int _end;
    private int _first = -1;
    private int _headings;

    public void Begin() => _first = -1;

    public double Extend(int unit)
    {
        if (_first < 0)
        {
            _end = unit + 1 < units.Starts.Count ? units.Starts[unit + 1] : end;
            _headings = 0;
        }
        else if (units.Seams[_first] == UnitSeam.Section)
        {
            _headings++;
        }

        _first = unit;
        double off = (_end - units.Starts[unit] - target) / target;
        return -(off * off) - (HeadingInside * _headings) - CostOf(units.Seams[unit]);
    }

    private static double CostOf(UnitSeam seam) => seam switch
    {
        UnitSeam.Section or UnitSeam.Block => 0,
        UnitSeam.Line => 0.2,
        _ => 0.4,
    };
}
