// Prints what the classes of the export say that it is compiled with.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;

static class CSharp
{
    static void Main()
    {
        Type ports = typeof(CSharp).Assembly.GetTypes().Single(it => it.Name == "Ports" && !it.IsNested);
        // In the order of the file.
        IEnumerable<string> rows = ports.GetNestedTypes().OrderBy(it => it.MetadataToken).Select(Row);
        Console.OutputEncoding = Encoding.ASCII;
        Console.WriteLine("[" + string.Join(",", rows) + "]");
    }

    static string Row(Type type)
    {
        var values = new List<string> { Pair("constant", type.Name) };
        foreach (FieldInfo field in type.GetFields())
        {
            if (!field.IsLiteral) throw new Exception(field + " is no constant");
            values.Add(Pair(field.Name, field.GetRawConstantValue()));
        }
        bool isObsolete = Attribute.IsDefined(type, typeof(ObsoleteAttribute));
        if (isObsolete != (type.GetField("Deprecated") != null)) throw new Exception(type + " is or is not obsolete");
        return "{" + string.Join(",", values) + "}";
    }

    static string Pair(string key, object value)
    {
        return Quoted(key) + ":" + (value is int ? value.ToString() : Quoted((string)value));
    }

    static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            bool isPlain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
            quoted.Append(isPlain ? c.ToString() : "\\u" + ((int)c).ToString("x4"));
        }
        return quoted.Append('"').ToString();
    }
}
