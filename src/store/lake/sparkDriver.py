"""Asks a Spark cluster: SQL comes in and rows go out, each a line of JSON. The argument is the address of the master."""

import json
import sys

from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.master(sys.argv[1])
    .appName("dixit")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.catalogImplementation", "in-memory")
    # Columns without a value are written too; a partition for each core, not two hundred.
    .config("spark.sql.jsonGenerator.ignoreNullFields", "false")
    .config("spark.sql.shuffle.partitions", "8")
    # A busy cluster is waited for: Spark itself gives a table that is joined five minutes to arrive.
    .config("spark.sql.broadcastTimeout", "3600")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
print("{}", flush=True)
for line in sys.stdin:
    try:
        rows = spark.sql(json.loads(line)).toJSON().collect()
        print('{"rows":[' + ",".join(rows) + "]}", flush=True)
    except Exception as error:
        # Of an error in Java the first line says only where it was called, and the second what it is.
        lines = [line for line in str(error).strip().split("\n") if not line.startswith("An error occurred while calling")]
        print(json.dumps({"error": (lines or [str(error)])[0].removeprefix(": ")}), flush=True)
spark.stop()
